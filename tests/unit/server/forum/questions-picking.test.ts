/** What is recorded of a pick, and that it is what a scan of all questions would have found. */
import { emptyState, loadState, dumpState } from '@wenzheng/server/src/engine/state';
import type { ForumState } from '@wenzheng/server/src/engine/state';
import type { NewEntry } from '@wenzheng/server/src/engine/entries';
import { isFromHall, suggestOrder, type HallShare } from '@wenzheng/shared/forum/picking';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { seconds } from '@wenzheng/shared/time/instant';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asked,
  decision,
  done,
  given,
  PHONE,
  pickedAt,
  queued,
  when,
  type Done,
} from '../../../support/given';
import { roomWithForum } from '../../../support/room';

/** So many devices support `question`. */
const supported = (question: string, times: number): Done[] =>
  Array.from({ length: times }, (_, index) => ({
    ...{ at: 20, type: null, by: null },
    entries: [
      {
        type: 'questionSupported',
        data: { question, voter: `v${question}-${index}`, counter: 1, on: true },
      },
    ],
  }));
const slip = (number: number): Done[] => [
  {
    ...{ at: number, type: 'logQuestion' as const, by: PHONE },
    entries: [asked(number, { source: 'paper', serial: `S-${number}`, asker: null })],
  },
  done(
    number,
    'screenQuestion',
    { type: 'questionScreened', data: { question: String(number), department: 'water' } },
    { type: 'questionQueued', data: { question: String(number) } },
  ),
];
const pick = (question: string, from: string | null = null): CommandInput => ({
  ...{ type: 'pickQuestion', question, from },
});
const standing = (entries: readonly NewEntry[] | string): unknown =>
  typeof entries === 'string'
    ? entries
    : entries.flatMap(({ type, data }) => (type === 'questionPicked' ? data.standing : []))[0];

/** Five from phones with 3, 3, 1, 0 and 0 supporters, and a slip. */
const QUEUE = [
  ...queued(1, 2, 3, 4, 5),
  ...slip(6),
  ...[...supported('1', 3), ...supported('2', 3), ...supported('3', 1)],
];

describe('a pick', () => {
  test.each<[string, string, unknown]>([
    ['of the first', '1', { manner: 'first', support: 3, rank: 1, among: 6, waited: seconds(99) }],
    [
      'of its equal',
      '2',
      { manner: 'up_next', support: 3, rank: 1, among: 6, waited: seconds(98) },
    ],
    ['of the slip', '6', { manner: 'up_next', support: 0, rank: 4, among: 6, waited: seconds(94) }],
    ['of another', '3', { manner: 'own', support: 1, rank: 3, among: 6, waited: seconds(97) }],
    ['of the last', '5', { manner: 'own', support: 0, rank: 4, among: 6, waited: seconds(95) }],
  ])('%s records where it stood', (_, question, expected) => {
    expect(standing(when(given(...QUEUE), pick(question)))).toEqual(expected);
  });

  test('leaves out what is no longer open', () => {
    const state = given(...QUEUE, pickedAt(30, '1'));
    expect(standing(when(state, pick('3', '1')))).toMatchObject({ rank: 2, among: 5 });
  });

  test('counts on from what was picked', () => {
    const state = given(...QUEUE, pickedAt(30, '1'), pickedAt(40, '2'));
    expect(standing(when(state, pick('6', '2')))).toMatchObject({ manner: 'first' });
  });
});

describe('a lot', () => {
  test('falls on every open question with the same chance', async () => {
    const room = await roomWithForum();
    const host = room.enter('host');
    await room.enter('admin').does({ type: 'editForum', fields: { moderation: 'post' } });
    for (let number = 1; number <= 5; number += 1)
      await room
        .enter('audience', `phone-${number}`)
        .does({ type: 'askQuestion', text: 'why?', name: null, department: null });
    const drawn = new Map<string, number>();
    for (let time = 0; time < 200; time += 1) {
      const { entry = -1 } = await host.does({ type: 'drawQuestion', from: null });
      const id = room.seat.engine.state.currentQuestion.value ?? '';
      expect(room.seat.engine.state.picks.get(id)?.manner).toBe('lot');
      drawn.set(id, (drawn.get(id) ?? 0) + 1);
      await host.does({ type: 'undo', entry });
      room.pass(1);
    }
    expect([...drawn.keys()].sort()).toEqual(['1', '2', '3', '4', '5']);
    for (const times of drawn.values()) expect(Math.abs(times - 40)).toBeLessThan(25);
  });
  test('needs something to fall on', () => {
    expect(when(given(), { type: 'drawQuestion', from: null })).toBe('questions.none_waiting');
  });
  test('is refused if another question came first', () => {
    const state = given(...QUEUE, pickedAt(30, '1'));
    expect(when(state, { type: 'drawQuestion', from: null })).toBe('questions.moved');
  });
});

describe('the share of the hall', () => {
  test.each<[HallShare, number | null]>([
    [2, 1],
    [3, 2],
    [5, 4],
    [null, null],
  ])('of one in %s has the screens count', async (every, untilHall) => {
    const room = await roomWithForum();
    await room.enter('host').press({ type: 'setHallShare', every });
    const { documents } = room.seat.room.feed('display').snapshot();
    expect(documents['picking']).toMatchObject({ hallEvery: every });
    expect(documents['upNext']).toMatchObject({ untilHall });
  });
  test('needs no entry if it is so already', () => {
    expect(when(given(), { type: 'setHallShare', every: 3 })).toEqual([]);
  });
  test.each([0, 1, 6, 2.5])('is never one in %s', (every) => {
    expect(() => decision(emptyState(), { type: 'setHallShare', every: every as never })).toThrow();
  });
});

/** What a scan of all questions finds. */
function scanned(state: ForumState): { open: string[]; upNext: string[]; ranks: number[] } {
  const rows = [...state.questions.entries()].map(([, row]) => row);
  const open = rows
    .filter((row) => row.state === 'screened' || row.state === 'queued')
    .map((row) => ({
      ...row,
      support: state.counts.get(row.id) ?? 0,
      called: state.micNumbers.get(String(row.mic))?.state === 'called',
    }));
  const hallEvery = state.hallShare.value.every;
  const untilHall =
    hallEvery === null ? null : Math.max(0, hallEvery - 1 - state.pickedSinceHall.value);
  return {
    open: open.map(({ id }) => id),
    upNext: suggestOrder(open, { hallEvery, untilHall })
      .slice(0, 3)
      .map(({ id }) => id),
    ranks: open.map(({ support }) => 1 + open.filter((other) => other.support > support).length),
  };
}
function followed(state: ForumState): ReturnType<typeof scanned> {
  const open = Array.from({ length: state.standing.open }, (_, ahead) =>
    String(state.standing.inOrderOfNumber(ahead)),
  );
  return {
    open,
    upNext: [...state.standing.upNext()],
    ranks: open.map((id) => state.standing.rankOf(state.counts.get(id) ?? 0)),
  };
}

test('whatever is done and taken back, the standing is what a scan finds, also after a restart', async () => {
  const press = fc.oneof(
    fc.constantFrom<CommandInput>(
      { type: 'askQuestion', text: 'why?', name: null, department: null },
      { type: 'drawQuestion', from: null },
      { type: 'setHallShare', every: 2 },
      { type: 'setHallShare', every: null },
    ),
    fc.record({
      type: fc.constant('logQuestion' as const),
      source: fc.constant('mic' as const),
      ...{ serial: fc.constant(null), text: fc.constant('why?') },
      ...{ name: fc.constant(null), department: fc.constant(null) },
    }),
    fc.record({
      type: fc.constant('supportQuestion' as const),
      question: fc.nat(12).map(String),
      on: fc.boolean(),
    }),
    fc.record({
      type: fc.constant('pickQuestion' as const),
      question: fc.nat(12).map(String),
      from: fc.constant(null),
    }),
    fc.record({
      type: fc.constant('declineQuestion' as const),
      question: fc.nat(12).map(String),
      ...{ reason: fc.constant('abusive' as const), note: fc.constant(null) },
    }),
    fc.record({
      type: fc.constant('mergeQuestion' as const),
      question: fc.nat(12).map(String),
      into: fc.nat(12).map(String),
    }),
    fc.record({
      type: fc.constant('separateQuestion' as const),
      question: fc.nat(12).map(String),
    }),
    fc.constant('undo' as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(press, { minLength: 20, maxLength: 50 }), async (presses) => {
      const room = await roomWithForum();
      await room.enter('admin').does({ type: 'editForum', fields: { moderation: 'post' } });
      const host = room.enter('host');
      let last = -1;
      for (const [index, each] of presses.entries()) {
        const { state } = room.seat.engine;
        if (each === 'undo') await host.press({ type: 'undo', entry: last });
        else if (each.type === 'askQuestion' || each.type === 'supportQuestion')
          await room.enter('audience', `phone-${index % 7}-${index}`).press(each);
        else {
          const onFloor = state.currentQuestion.value;
          const from =
            onFloor !== null && state.questions.get(onFloor)?.state === 'on_floor' ? onFloor : null;
          const moves = each.type === 'pickQuestion' || each.type === 'drawQuestion';
          const ack = await host.press(moves ? { ...each, from } : each);
          if (ack.ok) last = ack.entry ?? last;
        }
        expect(followed(state)).toEqual(scanned(state));
      }
      const again = loadState(dumpState(room.seat.engine.state));
      expect(followed(again)).toEqual(scanned(again));
    }),
    { numRuns: 15 },
  );
});

test('slips and the microphone are the hall, all else is not', () => {
  expect(isFromHall({ source: 'kiosk' })).toBe(false);
  expect(isFromHall({ source: 'paper' })).toBe(true);
});
