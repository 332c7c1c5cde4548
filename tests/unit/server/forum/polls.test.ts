/** Polls: when they open and close, whose ballots count where, and who is told what. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { fits, mostIn, placesIn, type BallotChoice } from '@wenzheng/shared/forum/poll-form';
import {
  POLL_KINDS,
  type PollDraft,
  type PollKind,
  type PollResult,
} from '@wenzheng/shared/forum/polls';
import type { Role } from '@wenzheng/shared/forum/access';
import { describe, expect, test } from 'vitest';
import { commandSchema } from '@wenzheng/shared/forum/commands';
import { Dice } from '../../../support/dice';
import { roomWithForum, type Guest, type TestRoom } from '../../../support/room';

const takesOptions = (kind: PollKind): boolean =>
  kind === 'single' || kind === 'multiple' || kind === 'ranking';
const pollOf = (kind: PollKind, fields: Partial<PollDraft> = {}): PollDraft => ({
  ...{ id: 'p', kind, text: 'Which?', most: null, low: '', high: '' },
  options: takesOptions(kind) ? ['a lift', 'a bench', 'a lamp'] : [],
  steps: kind === 'scale' ? 5 : null,
  ...{ who: 'anyone', live: false },
  ...fields,
});
const ballot = (choice: BallotChoice | null, poll = 'p'): CommandInput => ({
  ...{ type: 'castBallot', poll, ballot: choice },
});
const places = (...choices: number[]): BallotChoice => ({ choices });
const ask = (poll: PollDraft): CommandInput => ({ type: 'askPoll', poll });

function resultAs(room: TestRoom, role: Role): PollResult | null {
  room.runTimers();
  return room.seat.room.feed(role).snapshot().documents[
    'pollResult'
  ] as unknown as PollResult | null;
}
/** Phones by name, each with one page. */
function phonesIn(room: TestRoom): (name: string) => Guest {
  const phones = new Map<string, Guest>();
  return (name) => {
    const phone = phones.get(name) ?? room.enter('audience', name);
    phones.set(name, phone);
    return phone;
  };
}
const code = async (guest: Guest, command: CommandInput): Promise<string> => {
  const ack = await guest.press(command);
  return ack.ok ? 'ok' : ack.code;
};

describe('a poll as it is written', () => {
  const put = (poll: object): boolean => commandSchema.safeParse({ type: 'putPoll', poll }).success;
  test.each(POLL_KINDS)('of kind %s is well-formed', (kind) => {
    expect(put(pollOf(kind))).toBe(true);
  });
  test.each<[string, PollDraft]>([
    ['with one option', pollOf('single', { options: ['a'] })],
    ['with the same option twice', pollOf('single', { options: ['a', 'a'] })],
    [
      'with 21 options',
      pollOf('single', { options: Array.from({ length: 21 }, (_, at) => `${at}`) }),
    ],
    ['with options nobody is asked for', pollOf('faces', { options: ['a', 'b'] })],
    ['of a scale without steps', pollOf('scale', { steps: null })],
    ['of a scale of 2', pollOf('scale', { steps: 2 })],
    ['of one choice with steps', pollOf('single', { steps: 5 })],
    ['with more to choose than there is', pollOf('multiple', { most: 4 })],
    ['with nothing asked', pollOf('single', { text: ' ' })],
    ['with a long question', pollOf('single', { text: '字'.repeat(81) })],
  ])('%s is not', (_, poll) => {
    expect(put(poll)).toBe(false);
  });
});

describe('a ballot', () => {
  test.each<[PollKind, BallotChoice, boolean]>([
    ['single', places(2), true],
    ['single', places(3), false],
    ['single', places(0, 1), false],
    ['multiple', places(0, 2), true],
    ['multiple', places(0, 0), false],
    ['ranking', places(2, 0, 1), true],
    ['ranking', places(2), true],
    ['scale', places(4), true],
    ['scale', places(5), false],
    ['faces', places(2), true],
    ['faces', places(3), false],
    ['cloud', { text: '安静' }, true],
    ['cloud', { text: '十三个字的一个词太长了不行啊' }, false],
    ['text', { text: '字'.repeat(120) }, true],
    ['text', { text: '字'.repeat(121) }, false],
    ['text', places(0), false],
    ['single', { text: 'a lift' }, false],
  ])('for %s: %j fits: %s', (kind, choice, expected) => {
    expect(fits(pollOf(kind), choice)).toBe(expected);
  });
  test('names no more than the poll allows', () => {
    expect(mostIn(pollOf('multiple', { most: 2 }))).toBe(2);
    expect(fits(pollOf('multiple', { most: 2 }), places(0, 1, 2))).toBe(false);
    expect(placesIn(pollOf('scale'))).toBe(5);
  });
});

describe('holding a poll', () => {
  test('it is prepared, opened, closed, shown, hidden and held again', async () => {
    const room = await roomWithForum();
    const [host, phone] = [room.enter('host'), room.enter('audience')];
    await host.does({ type: 'putPoll', poll: pollOf('single') });
    expect(await code(phone, ballot(places(0)))).toBe('polls.unknown');
    await host.does({ type: 'openPoll', poll: 'p' });
    expect(room.seat.engine.state.scene.value.kind).toBe('poll');
    await phone.does(ballot(places(0)));
    await phone.does(ballot(places(1)));
    expect(phone.session.mine()?.ballots).toEqual({ p: places(1) });
    await host.does({ type: 'closePoll', poll: 'p' });
    expect(await code(phone, ballot(places(2)))).toBe('polls.closed');
    expect(resultAs(room, 'audience')).toBeNull();
    expect(resultAs(room, 'display')).toMatchObject({ voters: 1, total: null });
    await host.does({ type: 'setPollShown', poll: 'p', shown: true });
    const shown = { voters: 1, total: { voters: 1, counts: [0, 1, 0], points: [] } };
    for (const role of ['audience', 'kiosk', 'display', 'host'] as const)
      expect(resultAs(room, role), role).toMatchObject(shown);
    await host.does({ type: 'setPollShown', poll: 'p', shown: false });
    expect(resultAs(room, 'audience')).toBeNull();
    await host.does({ type: 'repeatPoll', poll: 'p', as: 'again' });
    expect(resultAs(room, 'host')).toMatchObject({ poll: 'again', voters: 0 });
    expect(room.seat.engine.state.polls.get('again')).toMatchObject({ round: 2, state: 'open' });
    expect(room.seat.engine.state.pollTallies.get('p')?.online.counts).toEqual([0, 1, 0]);
  });

  test.each<[string, readonly CommandInput[], CommandInput, string]>([
    [
      'another is open',
      [ask(pollOf('single'))],
      ask(pollOf('faces', { id: 'q' })),
      'polls.another_open',
    ],
    [
      'it was opened before',
      [ask(pollOf('single')), { type: 'closePoll', poll: 'p' }],
      { type: 'openPoll', poll: 'p' },
      'polls.was_opened',
    ],
    [
      'it was opened, to be edited',
      [ask(pollOf('single'))],
      { type: 'putPoll', poll: pollOf('faces') },
      'polls.was_opened',
    ],
    [
      'it was opened, to be removed',
      [ask(pollOf('single'))],
      { type: 'removePoll', poll: 'p' },
      'polls.was_opened',
    ],
    [
      'it is not closed, to be held again',
      [ask(pollOf('single'))],
      { type: 'repeatPoll', poll: 'p', as: 'q' },
      'polls.not_closed',
    ],
    ['it is not there', [], { type: 'openPoll', poll: 'p' }, 'polls.unknown'],
    [
      'there is none, to be on the big screen',
      [],
      { type: 'showScene', scene: 'poll' },
      'polls.unknown',
    ],
    [
      'it was never opened, to be shown',
      [{ type: 'putPoll', poll: pollOf('single') }],
      { type: 'setPollShown', poll: 'p', shown: true },
      'polls.unknown',
    ],
  ])('is refused where %s', async (_, before, command, refusal) => {
    const room = await roomWithForum();
    const host = room.enter('host');
    for (const each of before) await host.does(each);
    expect(await code(host, command)).toBe(refusal);
  });

  test('does not give way to what came out of an earlier one', async () => {
    const room = await roomWithForum();
    const host = room.enter('host');
    await host.does(ask(pollOf('single')));
    await host.does({ type: 'closePoll', poll: 'p' });
    await host.does(ask(pollOf('faces', { id: 'q' })));
    const show: CommandInput = { type: 'setPollShown', poll: 'p', shown: true };
    expect(await code(host, show)).toBe('polls.another_open');
    await host.does({ type: 'setPollShown', poll: 'q', shown: true });
    await host.does({ type: 'closePoll', poll: 'q' });
    await host.does(show);
    expect(resultAs(room, 'audience')).toMatchObject({ poll: 'p' });
  });

  test('is taken back only until somebody has voted', async () => {
    const room = await roomWithForum();
    const [host, phone] = [room.enter('host'), room.enter('audience')];
    const { entry = 0 } = await host.does(ask(pollOf('single')));
    await phone.does(ballot(places(0)));
    expect(await host.press({ type: 'undo', entry })).toMatchObject({
      ...{ code: 'undo.superseded', by: 'castBallot' },
    });
    await phone.does(ballot(null));
    await host.does({ type: 'undo', entry });
    expect(room.seat.engine.state.polls.size).toBe(0);
  });

  test('does not open again beside another', async () => {
    const room = await roomWithForum();
    const host = room.enter('host');
    await host.does(ask(pollOf('single')));
    const { entry = 0 } = await host.does({ type: 'closePoll', poll: 'p' });
    await host.does(ask(pollOf('faces', { id: 'q' })));
    expect(await code(host, { type: 'undo', entry })).toBe('polls.another_open');
  });

  test('is numbered on, whichever round is held again', async () => {
    const room = await roomWithForum();
    const host = room.enter('host');
    await host.does(ask(pollOf('single')));
    await host.does({ type: 'closePoll', poll: 'p' });
    for (const as of ['x', 'y']) {
      await host.does({ type: 'repeatPoll', poll: 'p', as });
      await host.does({ type: 'closePoll', poll: as });
    }
    await host.does({ type: 'repeatPoll', poll: 'x', as: 'z' });
    const { polls } = room.seat.engine.state;
    expect(['p', 'x', 'y', 'z'].map((id) => polls.get(id)?.round)).toEqual([1, 2, 3, 4]);
  });

  test('ends with the forum', async () => {
    const room = await roomWithForum();
    const [host, phone] = [room.enter('host'), room.enter('audience')];
    await host.does(ask(pollOf('single')));
    await phone.does(ballot(places(0)));
    await host.does({ type: 'closeForum' });
    expect(room.seat.engine.state.polls.get('p')).toMatchObject({ state: 'closed', electorate: 1 });
    expect(phone.session.mine()?.ballots).toEqual({});
    await host.does({ type: 'setPollShown', poll: 'p', shown: true });
    expect(resultAs(room, 'audience')).toMatchObject({ voters: 1 });
  });
});

test('a phone is never told that its votes are gone because the forum closes at that moment', async () => {
  const room = await roomWithForum();
  const [host, phone, other, kiosk] = [
    room.enter('host'),
    room.enter('audience'),
    room.enter('audience'),
    room.enter('kiosk'),
  ];
  const { codes } = room.seat.room.ports;
  await host.does({ type: 'issueTickets', count: 1, seat: 'A', until: null });
  await host.does(ask(pollOf('single')));
  await phone.does({ type: 'presentCode', code: codes.ticketCode(1) });
  const send = (guest: typeof phone, command: CommandInput) =>
    guest.session.command({ id: ['once', 1], command });
  const own = ballot(places(1));
  const byCode: CommandInput = {
    ...{ type: 'castBallotByCode', poll: 'p', ballot: places(1) },
    code: codes.ticketCode(1),
  };
  await send(kiosk, byCode);
  await send(phone, own);
  expect([phone, other].map((each) => each.events('mine').at(-1)?.ballots)).toEqual([
    { p: places(1) },
    { p: places(1) },
  ]);
  const before = [phone, other].map((each) => each.events('mine').length);
  // Both come again in the turn that closes the forum.
  const [, , again] = await Promise.all([
    host.does({ type: 'closeForum' }),
    send(kiosk, byCode),
    send(phone, own),
  ]);
  expect(again).toMatchObject({ ok: true, own: { ballots: { p: places(1) } } });
  expect([phone, other].map((each) => each.events('mine').length)).toEqual(before);
});

test('a phone whose ticket is revoked in the turn of its ballot is told that all its votes are the ticket’s', async () => {
  const room = await roomWithForum();
  const [host, phone] = [room.enter('host'), room.enter('audience')];
  await host.does({ type: 'issueTickets', count: 1, seat: 'A', until: null });
  const batch = room.seat.engine.state.ticketBatches.entries().next().value?.[0] ?? '';
  await host.does(ask(pollOf('single')));
  const code = room.seat.room.ports.codes.ticketCode(1);
  await phone.does({ type: 'presentCode', code });
  const [, cast] = await Promise.all([
    host.does({ type: 'revokeTicketBatch', batch }),
    phone.does(ballot(places(1))),
  ]);
  // All of its votes, as the ballot has carried the earlier ones to the ticket.
  expect(cast.own).toEqual(phone.session.ownVotes());
  expect(cast.own).toMatchObject({ supports: [], answers: {} });
  expect(cast.own?.ballots).toEqual({});
  expect(phone.session.mine()?.ballots).toEqual({});
});

describe('who may vote', () => {
  test('only in the hall; only with a ticket', async () => {
    const room = await roomWithForum();
    const [host, phone, guest] = [
      room.enter('host'),
      room.enter('audience'),
      room.enter('audience', 'guest'),
    ];
    const { codes, clock } = room.seat.room.ports;
    await host.does({ type: 'issueTickets', count: 2, seat: 'A', until: null });
    await host.does(ask(pollOf('single', { who: 'hall' })));
    expect(await code(phone, ballot(places(0)))).toBe('polls.only_hall');
    await phone.does({ type: 'presentCode', code: codes.hallCode(clock.now()) });
    await phone.does(ballot(places(0)));
    await host.does({ type: 'closePoll', poll: 'p' });
    await host.does(ask(pollOf('single', { id: 'q', who: 'tickets' })));
    expect(await code(phone, ballot(places(0), 'q'))).toBe('polls.only_tickets');
    await guest.does({ type: 'presentCode', code: codes.ticketCode(1) });
    await guest.does(ballot(places(2), 'q'));
    expect(resultAs(room, 'host')).toMatchObject({ voters: 1, of: 1 });
  });

  test('at a kiosk with ticket or stub, each once, with the phone that came by the ticket', async () => {
    const room = await roomWithForum();
    const [host, phone, kiosk] = [room.enter('host'), room.enter('audience'), room.enter('kiosk')];
    const { codes } = room.seat.room.ports;
    await host.does({ type: 'issueTickets', count: 2, seat: 'A', until: null });
    await host.does(ask(pollOf('single')));
    const byCode = (ticket: number, place: number): CommandInput => ({
      ...{ type: 'castBallotByCode', poll: 'p', ballot: places(place) },
      code: codes.ticketCode(ticket),
    });
    await kiosk.does(byCode(1, 0));
    await kiosk.does(byCode(1, 1));
    await phone.does({ type: 'presentCode', code: codes.ticketCode(1) });
    expect(phone.session.mine()?.ballots).toEqual({ p: places(1) });
    await phone.does(ballot(places(2)));
    await kiosk.does(byCode(2, 2));
    expect(resultAs(room, 'host')).toMatchObject({ voters: 2, total: { counts: [0, 0, 2] } });
    expect(await code(kiosk, { ...byCode(1, 0), code: 'AAAAA-AAAAA' } as CommandInput)).toBe(
      'admission.unknown_code',
    );
  });

  test('a phone that voted before it came by its ticket is one voter, and what is closed stays', async () => {
    const room = await roomWithForum();
    const [host, phone, kiosk] = [room.enter('host'), room.enter('audience'), room.enter('kiosk')];
    const { codes } = room.seat.room.ports;
    await host.does({ type: 'issueTickets', count: 1, seat: 'A', until: null });
    await host.does(ask(pollOf('single', { id: 'old' })));
    await phone.does(ballot(places(0), 'old'));
    await kiosk.does({
      ...{ type: 'castBallotByCode', poll: 'old', ballot: places(1) },
      code: codes.ticketCode(1),
    });
    await host.does({ type: 'closePoll', poll: 'old' });
    await host.does(ask(pollOf('single')));
    await phone.does(ballot(places(0)));
    await phone.does({ type: 'presentCode', code: codes.ticketCode(1) });
    await phone.does(ballot(places(1)));
    expect(resultAs(room, 'host')).toMatchObject({ voters: 1, total: { counts: [0, 1, 0] } });
    const { hall, online } = room.seat.engine.state.pollTallies.get('old') ?? {};
    expect([hall?.counts, online?.counts]).toEqual([
      [0, 1, 0],
      [1, 0, 0],
    ]);
  });
});

describe('what came out', () => {
  test('is told apart only where five and more voted on both sides', async () => {
    const room = await roomWithForum();
    const host = room.enter('host');
    await host.does(ask(pollOf('single', { live: true })));
    const { codes, clock } = room.seat.room.ports;
    const vote = async (name: string, inHall: boolean): Promise<void> => {
      const phone = room.enter('audience', name);
      if (inHall) await phone.does({ type: 'presentCode', code: codes.hallCode(clock.now()) });
      await phone.does(ballot(places(inHall ? 0 : 1)));
    };
    for (let at = 0; at < 5; at += 1) await vote(`hall-${at}`, true);
    for (let at = 0; at < 4; at += 1) await vote(`home-${at}`, false);
    expect(resultAs(room, 'host')).toMatchObject({ voters: 9, hall: null, online: null });
    await vote('home-4', false);
    for (const role of ['audience', 'display', 'host'] as const)
      expect(resultAs(room, role)).toMatchObject({
        hall: { voters: 5, counts: [5, 0, 0] },
        online: { voters: 5, counts: [0, 5, 0] },
      });
  });

  test('counts devices that are there once, however often they come back', async () => {
    const room = await roomWithForum();
    const host = room.enter('host');
    const { attendance } = room.seat;
    const phone = (actor: string) => ({ role: 'audience', actor, name: actor }) as const;
    attendance.count(phone('gone before'), 1);
    attendance.count(phone('gone before'), -1);
    attendance.count(phone('a'), 1);
    await host.does(ask(pollOf('single')));
    for (const [who, by] of [
      ['a', -1],
      ['a', 1],
      ['b', 1],
      ['b', 1],
      ['b', -1],
      ['c', 1],
      ['c', -1],
    ] as const)
      attendance.count(phone(who), by);
    await host.does({ type: 'closePoll', poll: 'p' });
    expect(resultAs(room, 'host')).toMatchObject({ voters: 0, of: 3 });
  });

  test('of a ranking is the sum of points, and who was put first', async () => {
    const room = await roomWithForum();
    const host = room.enter('host');
    await host.does(ask(pollOf('ranking', { live: true })));
    for (const [name, choice] of Object.entries({ a: [0, 1, 2], b: [0, 2], c: [1], d: [2, 1, 0] }))
      await room.enter('audience', name).does(ballot(places(...choice)));
    expect(resultAs(room, 'display')?.total).toEqual({
      ...{ voters: 4, counts: [2, 1, 1] },
      points: [3 + 3 + 1, 2 + 3 + 2, 1 + 2 + 3],
    });
  });

  test('equals a count of the ballots, however they were changed', async () => {
    const dice = new Dice(7);
    for (const kind of ['single', 'multiple', 'ranking', 'scale', 'faces'] as const) {
      const room = await roomWithForum();
      const form = pollOf(kind);
      await room.enter('host').does(ask(form));
      const phone = phonesIn(room);
      const last = new Map<string, number[]>();
      for (let turn = 0; turn < 120; turn += 1) {
        const name = `phone-${dice.below(20)}`;
        const all = Array.from({ length: placesIn(form) }, (_, at) => at);
        const many =
          kind === 'single' || kind === 'scale' || kind === 'faces' ? 1 : 1 + dice.below(3);
        const choices = all
          .map((place) => ({ place, key: dice.below(1_000_000) }))
          .sort((a, b) => a.key - b.key)
          .slice(0, many)
          .map(({ place }) => place);
        const isTaken = dice.chance(0.1);
        await phone(name).does(ballot(isTaken ? null : { choices }));
        if (isTaken) last.delete(name);
        else last.set(name, choices);
      }
      const named = (place: number): number =>
        [...last.values()].filter((each) =>
          kind === 'ranking' ? each[0] === place : each.includes(place),
        ).length;
      const { total, voters } = resultAs(room, 'host') ?? {};
      expect(voters).toBe(last.size);
      expect(total?.counts).toEqual(total?.counts.map((_, place) => named(place)));
    }
  });
});

describe('words', () => {
  test('of a cloud are counted however they are written, and held back for what they say', async () => {
    const room = await roomWithForum();
    const [host, moderator] = [room.enter('host'), room.enter('moderator')];
    const phone = phonesIn(room);
    await host.does(ask(pollOf('cloud', { live: true })));
    for (const [at, text] of ['环保', '環保', '环保 ', '停车', '傻逼', '13800138000'].entries())
      await phone(`phone-${at}`).does(ballot({ text }));
    expect(resultAs(room, 'audience')?.words).toEqual([
      { text: '环保', count: 3, shown: true },
      { text: '停车', count: 1, shown: true },
    ]);
    expect(resultAs(room, 'host')?.words).toHaveLength(4);
    await moderator.does({ type: 'setCloudWord', poll: 'p', word: '停车', shown: false });
    expect(resultAs(room, 'display')?.words.map(({ text }) => text)).toEqual(['环保']);
    await moderator.does({ type: 'setCloudWord', poll: 'p', word: '傻逼', shown: true });
    expect(resultAs(room, 'display')?.words.map(({ text }) => text)).toContain('傻逼');
    await phone('phone-0').does(ballot({ text: '停车' }));
    expect(resultAs(room, 'host')?.words[0]).toEqual({ text: '停车', count: 2, shown: false });
  });

  test('of a cloud are ruled on however they are written', async () => {
    const room = await roomWithForum();
    const [host, moderator] = [room.enter('host'), room.enter('moderator')];
    const phone = phonesIn(room);
    await host.does(ask(pollOf('cloud', { live: true })));
    const rule = (word: string, shown: boolean): Promise<unknown> =>
      moderator.does({ type: 'setCloudWord', poll: 'p', word, shown });
    await phone('a').does(ballot({ text: 'Green' }));
    await rule('Green', false);
    await rule('green', true);
    await rule('Green', false);
    expect(resultAs(room, 'audience')?.words).toEqual([]);
  });

  test('of a later poll reach the desk, however many of an earlier one wait', async () => {
    const room = await roomWithForum();
    const host = room.enter('host');
    for (const id of ['first', 'second']) {
      await host.does(ask(pollOf('text', { id })));
      for (let at = 0; at < (id === 'first' ? 205 : 3); at += 1)
        await room.enter('audience', `${id}-${at}`).does(ballot({ text: `answer ${at}` }, id));
      await host.does({ type: 'closePoll', poll: id });
    }
    room.runTimers();
    const texts = Object.values(
      room.seat.room.feed('moderator').snapshot().collections['pollTexts'] ?? {},
    );
    const of = (poll: string): number =>
      texts.filter((each) => (each as unknown as { poll: string }).poll === poll).length;
    expect([of('first'), of('second')]).toEqual([200, 3]);
  });

  test('that their author took back are not brought back by an undo', async () => {
    const room = await roomWithForum();
    const [host, phone] = [room.enter('host'), room.enter('audience')];
    await host.does(ask(pollOf('text', { live: true })));
    await phone.does(ballot({ text: '多一些长椅' }));
    const [[text = ''] = []] = [...room.seat.engine.state.pollTexts.entries()];
    await host.does({ type: 'judgePollText', text, shown: true });
    const { entry = 0 } = await host.does({ type: 'judgePollText', text, shown: false });
    await phone.does(ballot(null));
    expect(await code(host, { type: 'undo', entry })).toBe('undo.superseded');
    expect(resultAs(room, 'audience')).toMatchObject({ voters: 0, texts: [] });
  });

  test('that were written reach everyone once a desk has let them through', async () => {
    const room = await roomWithForum();
    const [host, moderator, phone] = [
      room.enter('host'),
      room.enter('moderator'),
      room.enter('audience'),
    ];
    await host.does(ask(pollOf('text', { live: true })));
    await phone.does(ballot({ text: '多一些长椅' }));
    const texts = (): Record<string, unknown> =>
      room.seat.room.feed('moderator').snapshot().collections['pollTexts'] ?? {};
    room.runTimers();
    const [first = ''] = Object.keys(texts());
    expect(texts()[first]).toMatchObject({ text: '多一些长椅', state: 'submitted' });
    expect(resultAs(room, 'audience')?.texts).toEqual([]);
    await moderator.does({ type: 'judgePollText', text: first, shown: true });
    expect(resultAs(room, 'audience')?.texts).toEqual([{ id: first, text: '多一些长椅' }]);
    await moderator.does({ type: 'assignPollText', text: first, department: 'water' });
    expect(texts()[first]).toMatchObject({ poll: 'p', department: 'water' });
    const gone: CommandInput = { type: 'assignPollText', text: first, department: 'none' };
    expect(await code(moderator, gone)).toBe('questions.unknown_department');
    await phone.does(ballot({ text: '多一些树' }));
    expect(resultAs(room, 'audience')?.texts).toEqual([]);
    expect(Object.values(texts())).toEqual([
      { poll: 'p', text: '多一些树', state: 'submitted', department: null },
    ]);
  });
});

test('who is in the hall is counted once, until their ticket is revoked', async () => {
  const room = await roomWithForum();
  const { codes, clock } = room.seat.room.ports;
  const host = room.enter('host');
  const { state } = room.seat.engine;
  const phone = phonesIn(room);
  await host.does({ type: 'issueTickets', count: 3, seat: 'A', until: null });
  for (const [name, shown] of Object.entries({
    a: [codes.ticketCode(1)],
    b: [codes.ticketCode(2), codes.hallCode(clock.now())],
    c: [codes.hallCode(clock.now())],
  }))
    for (const each of shown) await phone(name).does({ type: 'presentCode', code: each });
  expect([state.admitted.devices, state.admitted.tickets]).toEqual([3, 2]);
  await host.does({ type: 'revokeTicketBatch', batch: '1' });
  expect([state.admitted.devices, state.admitted.tickets]).toEqual([2, 0]);
});
