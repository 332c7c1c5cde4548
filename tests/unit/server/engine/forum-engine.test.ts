import { dumpState, loadState } from '@wenzheng/server/src/engine/state';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { describe, expect, test } from 'vitest';
import { roomWithForum, type Guest, type TestRoom } from '../../../support/room';
import { TroubledJournal } from '../../../support/troubled-journal';

const ask = (text: string): CommandInput => ({
  type: 'askQuestion',
  text,
  name: null,
  department: null,
});
const show = (scene: 'join' | 'thanks'): CommandInput => ({ type: 'showScene', scene });
const loopTurns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const send = (guest: Guest, counter: number, command: CommandInput): Promise<Ack> =>
  guest.session.command({ id: ['page', counter], command });

async function troubledRoom(): Promise<{ room: TestRoom; journal: TroubledJournal }> {
  const journal = new TroubledJournal();
  const room = await roomWithForum({}, journal);
  room.broadcasts.length = 0;
  return { room, journal };
}
const scene = (room: TestRoom): string => room.seat.engine.state.scene.value.kind;

describe('an acknowledgement', () => {
  test('leaves after the commit, and nothing is published before', async () => {
    const { room, journal } = await troubledRoom();
    journal.fate = 'held';
    let answer: Ack | null = null;
    const answered = room
      .enter('host')
      .press(show('join'))
      .then((ack) => (answer = ack));
    await loopTurns();
    await loopTurns();
    expect([answer, room.broadcasts]).toEqual([null, []]);
    journal.release();
    await answered;
    expect(answer).toEqual({ ok: true, entry: 2 });
    expect(room.broadcasts).not.toEqual([]);
  });

  test('comes for all that arrived within one turn, written at once', async () => {
    const { room, journal } = await troubledRoom();
    const phone = room.enter('audience');
    await Promise.all([
      phone.press(ask('a')),
      phone.press(ask('b')),
      room.enter('host').press(show('join')),
    ]);
    expect(journal.writes).toEqual([1, 3]);
  });

  test('tells both copies of a command that it is done, if it was refused before it was done in one batch', async () => {
    const { room } = await troubledRoom();
    const host = room.enter('host');
    const organiser = room.enter('admin');
    await host.does({ type: 'raiseEmergency', kind: 'fire', drill: false, message: null });
    const [early, , late] = await Promise.all([
      send(host, 9, show('join')),
      organiser.press({ type: 'allClear', emergency: 2 }),
      send(host, 9, show('join')),
    ]);
    expect([early, late]).toEqual([
      { ok: true, entry: 4 },
      { ok: true, entry: 4 },
    ]);
  });
});

test('what is done stays done for whoever sends more at once than the hub remembers', async () => {
  const { room } = await troubledRoom();
  const host = room.enter('host');
  const answers = await Promise.all([
    ...Array.from({ length: 90 }, (_, count) => send(host, count + 1, show('join'))),
    host.press({ type: 'pickQuestion', question: '9', from: null }),
  ]);
  expect(answers.map(({ ok }) => ok)).toEqual([...Array<boolean>(90).fill(true), false]);
});

test('a vote after the closing is refused, whatever else came under its number', async () => {
  const { room } = await troubledRoom();
  const phone = room.enter('audience');
  expect(await send(phone, 3, ask('a'))).toMatchObject({ ok: true });
  await room.enter('host').does({ type: 'closeForum' });
  const vote: CommandInput = { type: 'supportQuestion', question: '1', on: true };
  expect(await send(phone, 3, vote)).toEqual({ ok: false, code: 'forum.closed' });
});

describe('a crowd that votes all at once', () => {
  test('is taken in parts, and a host who presses meanwhile is not behind it', async () => {
    const { room, journal } = await troubledRoom();
    const desk = room.enter('volunteer');
    const text = 'a';
    const logged = { type: 'logQuestion', source: 'mic', serial: null, name: null } as const;
    const { question } = await desk.does({ ...logged, text, department: null });
    const before = journal.writes.length;
    const answers: Promise<Ack>[] = [];
    for (let device = 0; device < 60; device += 1) {
      const phone = room.enter('audience', `phone-${device}`);
      const vote = { type: 'supportQuestion', question: question?.id ?? '', on: true } as const;
      for (let count = 0; count < 30; count += 1) answers.push(phone.press(vote));
    }
    const host = room.enter('host');
    const pressed = host.press(show('join'));
    const [ack] = await Promise.all([pressed, ...answers]);
    const parts = journal.writes.slice(before);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(1_801);
    expect(Math.max(...parts)).toBeLessThanOrEqual(1_001);
    expect(ack).toEqual({ ok: true, entry: journal.size - 1_800 });
  });
});

describe('a command id', () => {
  test('has one effect and the same answer, at once, later and after a restart', async () => {
    const { room, journal } = await troubledRoom();
    const phone = room.enter('audience');
    const [first, twin] = await Promise.all([send(phone, 1, ask('a')), send(phone, 1, ask('a'))]);
    const later = await send(phone, 1, ask('something else'));
    await room.open({});
    const again = await send(room.enter('audience'), 1, ask('a'));
    expect(journal.size).toBe(2);
    expect(first).toMatchObject({ ok: true, question: { id: '1', text: 'a' } });
    for (const answer of [twin, later, again]) expect(answer).toEqual(first);
  });

  test('that gave a number at the microphone is told the same one, whatever was given since', async () => {
    const { room } = await troubledRoom();
    const give: CommandInput = {
      ...{ type: 'giveMicNumber', name: null, area: null, department: null, again: false },
    };
    const volunteer = room.enter('volunteer');
    const first = await send(volunteer, 1, give);
    const others = await room.enter('volunteer', 'another').does(give);
    await room.open({});
    const again = await send(room.enter('volunteer'), 1, give);
    expect([first, others]).toMatchObject([{ micNumber: 1 }, { micNumber: 2 }]);
    expect(again).toEqual(first);
  });

  test('is another one for another device', async () => {
    const { room } = await troubledRoom();
    const [mine, theirs] = [room.enter('audience', 'phone-1'), room.enter('audience', 'phone-2')];
    await send(mine, 1, ask('mine'));
    expect(await send(theirs, 1, ask('theirs'))).toMatchObject({ question: { text: 'theirs' } });
  });

  test('that changed nothing names no entry, however often', async () => {
    const { room, journal } = await troubledRoom();
    const host = room.enter('host');
    await send(host, 1, show('join'));
    expect(await send(host, 2, show('join'))).toEqual({ ok: true });
    expect(await send(host, 2, show('join'))).toEqual({ ok: true });
    expect(journal.entries(3, 9)).toMatchObject([{ type: 'commandNoted' }]);
  });

  test('that was refused may be tried again', async () => {
    const { room } = await troubledRoom();
    const host = room.enter('host');
    const begin: CommandInput = { type: 'startTalk', speaker: 'li', from: null };
    expect(await send(host, 1, begin)).toMatchObject({ code: 'floor.unknown_speaker' });
    await send(host, 2, { type: 'startAgendaItem', item: 'policy_talk', from: null });
    expect(await send(host, 1, begin)).toMatchObject({ ok: true });
  });
});

describe('a failed commit', () => {
  test.each([
    { fate: 'full', answer: { ok: false, code: 'storage_full' }, kind: 'standby' },
    { fate: 'lost', answer: { ok: false, code: 'storage_failed' }, kind: 'standby' },
    { fate: 'written_but_failed', answer: { ok: true, entry: 2 }, kind: 'join' },
  ] as const)(
    'that is $fate is answered by what the journal holds',
    async ({ fate, answer, kind }) => {
      const { room, journal } = await troubledRoom();
      const host = room.enter('host');
      journal.fate = fate;
      expect(await send(host, 1, show('join'))).toEqual(answer);
      expect(scene(room)).toBe(kind);
      expect(room.broadcasts.length > 0).toBe(kind === 'join');
      journal.fate = 'done';
      expect(await send(host, 1, show('join'))).toMatchObject({ ok: true, entry: 2 });
      expect(await send(host, 2, show('thanks'))).toMatchObject({ ok: true, entry: 3 });
    },
  );

  test('of which nothing can be known is to be sent again, and no words are lost', async () => {
    const { room, journal } = await troubledRoom();
    const phone = room.enter('audience');
    Object.assign(journal, { fate: 'written_but_failed', readable: false });
    expect(await send(phone, 1, ask('kept?'))).toEqual({ ok: false, code: 'unknown_outcome' });
    const refusable = { type: 'supportQuestion', question: '9', on: true } as const;
    expect(await send(phone, 3, refusable)).toEqual({ ok: false, code: 'unknown_outcome' });
    Object.assign(journal, { fate: 'done', readable: true });
    expect(await send(phone, 3, refusable)).toEqual({ ok: false, code: 'questions.unknown' });
    expect(await send(phone, 1, ask('kept?'))).toMatchObject({
      ok: true,
      question: { text: 'kept?' },
    });
    expect(await send(phone, 2, ask('next'))).toMatchObject({ question: { number: 2 } });
    expect(journal.size).toBe(3);
  });

  test('does not take back the answer to what was done before', async () => {
    const { room, journal } = await troubledRoom();
    const phone = room.enter('audience');
    const first = await send(phone, 1, ask('a'));
    journal.fate = 'full';
    const both = await Promise.all([send(phone, 1, ask('a')), send(phone, 2, ask('b'))]);
    expect(both).toEqual([first, { ok: false, code: 'storage_full' }]);
  });

  test('says why facts that no command stands for were not recorded', async () => {
    const { room, journal } = await troubledRoom();
    journal.fate = 'full';
    const shown = { type: 'sceneShown', data: { scene: 'join' } } as const;
    const recorded = room.seat.engine.record({ role: 'admin', id: 'a' }, [shown]);
    await expect(recorded).rejects.toMatchObject({ code: 'storage_full' });
  });

  test('is not seen by anyone while it lasts', async () => {
    const { room, journal } = await troubledRoom();
    const volunteer = room.enter('volunteer');
    await volunteer.does({
      type: 'logQuestion',
      source: 'mic',
      serial: null,
      text: 'a',
      name: null,
      department: null,
    });
    const phone = room.enter('audience');
    await phone.does({ type: 'supportQuestion', question: '1', on: true });
    journal.fate = 'held';
    const asking = send(phone, 9, ask('b'));
    const voting = phone.session.command({
      id: ['vote', 9],
      command: { type: 'supportQuestion', question: '1', on: false },
    });
    await loopTurns();
    await loopTurns();
    room.runTimers();
    expect(room.broadcasts.filter(({ tallies }) => tallies)).toEqual([]);
    expect(phone.session.mine()).toEqual({
      ...{ questions: [], statements: [], answers: {}, ratings: {}, ballots: {} },
      supports: ['1'],
      votes: 1,
      admission: { by: 'link', seat: '' },
    });
    journal.release();
    await Promise.all([asking, voting]);
    expect(phone.session.mine()).toMatchObject({
      questions: [{ id: '2' }],
      supports: [],
      votes: 9,
    });
  });
});

describe('the engine', () => {
  test('answers a fault with internal, and only to the command that met it', async () => {
    let breaks = false;
    const room = await roomWithForum({
      random: {
        bytes: (length) => {
          if (breaks) throw new Error('no randomness');
          return new Uint8Array(length);
        },
      },
    });
    const [phone, host] = [room.enter('audience'), room.enter('host')];
    breaks = true;
    const answers = await Promise.all([
      host.press(show('join')),
      phone.press(ask('a')),
      host.press(show('thanks')),
    ]);
    expect(answers).toMatchObject([{ ok: true }, { code: 'internal' }, { ok: true }]);
    expect(room.faults).toHaveLength(2);
    expect(scene(room)).toBe('thanks');
  });

  test('goes on from a snapshot and the entries after it', async () => {
    const { room, journal } = await troubledRoom();
    await room.enter('host').does(show('join'));
    const { engine } = room.seat;
    const snapshot = {
      state: loadState(JSON.parse(JSON.stringify(dumpState(engine.state)))),
      head: engine.head,
    };
    await room.enter('audience').does(ask('a'));
    await room.open({ start: snapshot });
    expect(room.seat.engine.head).toBe(journal.size);
    expect(dumpState(room.seat.engine.state)).toEqual(dumpState(engine.state));
  });

  test('records facts in between batches, not in the middle of one', async () => {
    const { room, journal } = await troubledRoom();
    const pressing = room.enter('host').press(show('join'));
    const recording = room.seat.engine.record({ role: 'admin', id: 'a' }, [
      { type: 'sceneShown', data: { scene: 'thanks' } },
    ]);
    const after = room.enter('host', 'host-2').press(show('join'));
    await Promise.all([pressing, recording, after]);
    expect(journal.entries(1, 9).map(({ seq }) => seq)).toEqual(
      journal.entries(1, 9).map((_, index) => index + 1),
    );
    expect(room.faults).toEqual([]);
  });

  test('answers again once somebody else has written to the journal', async () => {
    const { room, journal } = await troubledRoom();
    const [strange] = journal.entries(1, 1);
    if (!strange) throw new Error('the journal is empty');
    journal.write(
      [{ ...strange, seq: 2, first: 2, type: 'sceneShown', data: { scene: 'thanks' } }],
      [],
      1,
    );
    const host = room.enter('host');
    expect(await send(host, 1, show('join'))).toEqual({ ok: false, code: 'unknown_outcome' });
    expect(scene(room)).toBe('thanks');
    expect(await send(host, 1, show('join'))).toEqual({ ok: true, entry: 3 });
  });
});
