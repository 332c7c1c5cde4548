/** Every way in which one device could try for a second vote, by name; and the one that no hub can see. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { beforeEach, describe, expect, test } from 'vitest';
import { roomWithForum, type Guest, type TestRoom } from '../../../support/room';

const ballot = (place: number): CommandInput => ({
  ...{ type: 'castBallot', poll: 'p', ballot: { choices: [place] } },
});
let room: TestRoom;
let phone: Guest;

beforeEach(async () => {
  room = await roomWithForum();
  const host = room.enter('host');
  await host.does({ type: 'issueTickets', count: 2, seat: 'A', until: null });
  await host.does({
    type: 'askPoll',
    poll: {
      ...{ id: 'p', kind: 'single', text: 'Which?', options: ['a', 'b'], most: null, steps: null },
      ...{ low: '', high: '', who: 'anyone', live: true },
    },
  });
  phone = room.enter('audience', 'phone');
});
const ticketOf = (number: number): CommandInput => ({
  type: 'presentCode',
  code: room.seat.room.ports.codes.ticketCode(number),
});
function counted(): [voters: number, counts: readonly number[]] {
  const { hall, online } = room.seat.engine.state.pollTallies.get('p') ?? {};
  if (!hall || !online) throw new Error('no tally');
  const counts = hall.counts.map((count, place) => count + (online.counts[place] ?? 0));
  return [hall.voters + online.voters, counts];
}

describe('one device has one vote', () => {
  test('when it votes again', async () => {
    await phone.does(ballot(0));
    await phone.does(ballot(1));
    expect(counted()).toEqual([1, [0, 1]]);
  });

  test('when the page is loaded again, which counts its commands on', async () => {
    await phone.does(ballot(0));
    const { votes = 0 } = phone.session.mine() ?? {};
    const again = room.enter('audience', 'phone');
    expect(again.session.mine()?.ballots).toEqual({ p: { choices: [0] } });
    await again.session.command({ id: ['vote', votes + 1], command: ballot(1) });
    expect(counted()).toEqual([1, [0, 1]]);
  });

  test('when a second tab votes at the same time', async () => {
    const tab = room.enter('audience', 'phone');
    await Promise.all([
      phone.session.command({ id: ['vote', 1], command: ballot(0) }),
      tab.session.command({ id: ['vote', 2], command: ballot(1) }),
    ]);
    expect(counted()).toEqual([1, [0, 1]]);
  });

  test('and a second tab shows what the first has cast', async () => {
    const tab = room.enter('audience', 'phone');
    await phone.does(ballot(1));
    expect(tab.events('mine')).toEqual([{ ballots: { p: { choices: [1] } } }]);
    expect(phone.events('mine')).toEqual([]);
  });

  test('when a command is sent once more, also long after', async () => {
    const first = { id: ['vote', 1], command: ballot(0) };
    await phone.session.command(first);
    await phone.session.command({ id: ['vote', 2], command: ballot(1) });
    expect(await phone.session.command(first)).toMatchObject({ ok: true });
    expect(counted()).toEqual([1, [0, 1]]);
  });

  test('when it is sent under another name for the page', async () => {
    await phone.session.command({ id: ['vote', 1], command: ballot(0) });
    await phone.session.command({ id: ['another-page', 1], command: ballot(1) });
    await phone.session.command({ id: ['another-page', 2], command: ballot(1) });
    expect(counted()[0]).toBe(1);
  });

  test('when it clears what the browser keeps and comes back by its ticket', async () => {
    await phone.does(ticketOf(1));
    await phone.does(ballot(0));
    const cleared = room.enter('audience', 'new-cookie');
    expect(await cleared.press(ticketOf(1))).toMatchObject({ code: 'admission.ticket_used' });
    expect(counted()).toEqual([1, [1, 0]]);
    const kiosk = room.enter('kiosk');
    await kiosk.does({
      ...{ type: 'castBallotByCode', poll: 'p', ballot: { choices: [1] } },
      code: room.seat.room.ports.codes.ticketCode(1),
    });
    expect(counted()).toEqual([1, [0, 1]]);
  });

  test('when it votes online, in the hall and with a ticket, one after the other', async () => {
    await phone.does(ballot(0));
    const { codes, clock } = room.seat.room.ports;
    await phone.does({ type: 'presentCode', code: codes.hallCode(clock.now()) });
    await phone.does(ballot(0));
    await phone.does(ticketOf(1));
    await phone.does(ballot(1));
    expect(counted()).toEqual([1, [0, 1]]);
  });

  test('when its clock is wrong: nothing that a phone sends carries a time', async () => {
    const timed = { ...ballot(0), at: Date.now() + 3_600_000 };
    expect(await phone.session.command({ id: ['vote', 1], command: timed })).toMatchObject({
      code: 'malformed',
    });
    await phone.does(ballot(0));
    expect(counted()).toEqual([1, [1, 0]]);
  });
});

test('a second browser without a ticket is a second device, which no hub can tell', async () => {
  await phone.does(ballot(0));
  await room.enter('audience', 'another-browser').does(ballot(0));
  expect(counted()).toEqual([2, [2, 0]]);
});
