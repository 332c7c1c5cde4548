/** The queue at the microphone: who is called next, and what becomes of a number. */
import { openNumbers } from '@wenzheng/server/src/forum/questions/microphone/fair-order';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { MIC_LIMIT } from '@wenzheng/shared/forum/microphone';
import { describe, expect, test } from 'vitest';
import {
  asked,
  done,
  forumMade,
  given,
  moment,
  numbered,
  pickedAt,
  queued,
  when,
  type Done,
} from '../../../support/given';
import { roomWithForum, type TestRoom } from '../../../support/room';

const gave = (number: number, fields: object = {}): Done =>
  done(number, 'giveMicNumber', {
    type: 'micNumberGiven',
    data: { number, name: null, area: null, department: null, again: false, ...fields },
  });
const called = (number: number): Done =>
  done(20, 'callMicNumber', { type: 'micNumberCalled', data: { number } });
const settled = (number: number, as: 'done' | 'absent' | 'waiting'): Done =>
  done(30, 'settleMicNumber', { type: 'micNumberSettled', data: { number, as } });
const logged = (question: number, mic: number): Done =>
  done(
    40,
    'logQuestion',
    asked(question, { source: 'mic', asker: null, mic }),
    { type: 'questionScreened', data: { question: String(question), department: null } },
    { type: 'questionQueued', data: { question: String(question) } },
  );

const give: CommandInput = {
  ...{ type: 'giveMicNumber', name: null, area: 'East', department: 'water', again: false },
};
const call = (number: number, from: number | null): CommandInput => ({
  ...{ type: 'callMicNumber', number, from },
});
const log = (mic: number): CommandInput => ({
  ...{ type: 'logQuestion', source: 'mic', serial: null, text: 'why?', name: null },
  ...{ department: null, mic },
});

describe('a number', () => {
  test.each<[string, Done[], CommandInput, unknown]>([
    ['is the next', [gave(1), gave(2)], give, [{ data: { number: 3, area: 'East' } }]],
    [
      'names an area of the list',
      [],
      { ...give, area: 'North' } as CommandInput,
      'questions.unknown_area',
    ],
    [
      'names a department that there is',
      [],
      { ...give, department: 'parks' } as CommandInput,
      'questions.unknown_department',
    ],
    [
      'is given to no more than the hall holds',
      Array.from({ length: MIC_LIMIT }, (_, index) => gave(index + 1)),
      give,
      'questions.too_many_numbers',
    ],
    ['is called', [gave(1)], call(1, null), [{ type: 'micNumberCalled', data: { number: 1 } }]],
    ['is called once', [gave(1), called(1)], call(1, null), []],
    [
      'is not called after another was',
      [gave(1), gave(2), called(1)],
      call(2, null),
      'questions.moved',
    ],
    [
      'is not called once it is over',
      [gave(1), settled(1, 'done')],
      call(1, null),
      'questions.wrong_state',
    ],
    ['is not called if nobody has it', [], call(1, null), 'questions.unknown_number'],
    [
      'is called again after they did not come',
      [gave(1), settled(1, 'absent')],
      call(1, null),
      [{}],
    ],
    ['has a question logged on it', [gave(1)], log(1), [{ data: { mic: 1 } }, {}, {}]],
    ['has no more than one', [gave(1), logged(1, 1)], log(1), 'questions.unknown_number'],
    ['has none once it is over', [gave(1), settled(1, 'done')], log(1), 'questions.unknown_number'],
    [
      'is not for slips',
      [gave(1)],
      { ...log(1), source: 'paper', serial: 'A-1' } as CommandInput,
      'questions.unknown_number',
    ],
  ])('%s', (_, before, command, expected) => {
    const outcome = when(given(...before), command);
    if (typeof expected === 'string') expect(outcome).toBe(expected);
    else expect(outcome).toMatchObject(expected as object[]);
  });

  test('is over when its question comes to the floor, and one called before waits again', () => {
    const state = given(gave(1), gave(2), called(1), called(2), logged(1, 2), pickedAt(50, '1'));
    expect(state.micNumbers.get('1')).toMatchObject({ state: 'waiting' });
    expect(state.micNumbers.get('2')).toMatchObject({ state: 'done', question: '1' });
    expect([...state.micOpen.entries()].map(([key]) => key)).toEqual(['1']);
  });
});

test('is over as well when what its question was merged into comes to the floor, or is turned away', () => {
  const merged = (question: number, into: number): Done =>
    done(45, 'mergeQuestion', {
      type: 'questionMerged',
      data: { question: String(question), into: String(into), since: moment(45) },
    });
  const declined = done(50, 'declineQuestion', {
    type: 'questionDeclined',
    data: { question: '1', reason: 'abusive', note: null },
  });
  const group = [
    ...[...queued(1), gave(1), gave(2), gave(3), called(2)],
    ...[logged(2, 1), logged(3, 2), logged(4, 3), merged(3, 2), merged(2, 1)],
  ];
  const states = (last: Done) =>
    [...given(...group, last).micNumbers.entries()].map(([, { state }]) => state);
  expect(states(pickedAt(50, '1'))).toEqual(['done', 'done', 'waiting']);
  expect(states(declined)).toEqual(['done', 'done', 'waiting']);
});

/** Numbers in the order in which the hall sees them. */
async function shown(...before: Done[]): Promise<unknown> {
  const room: TestRoom = await roomWithForum({ start: { state: given(...before), head: 0 } });
  return room.seat.room.feed('display').snapshot().documents['micQueue'];
}
/** A question from `area`, to `department`, that was heard. */
const heard = (number: number, area: string | null, department: string): Done[] => [
  done(60, 'logQuestion', asked(number, { area, department, asker: null }), {
    ...{ type: 'questionScreened', data: { question: String(number), department } },
  }),
  pickedAt(61, String(number)),
];

describe('the fair order', () => {
  const people = [
    gave(1, { again: true }),
    gave(2, { area: 'East', department: 'water' }),
    gave(3, { area: 'West', department: 'water' }),
    gave(4, { area: 'West', department: 'roads' }),
  ];
  test.each<[string, Done[], number[]]>([
    ['is by number, but for those who have spoken', people, [2, 3, 4]],
    ['has areas first that were not heard', [...people, ...heard(9, 'East', 'water')], [4, 3, 2]],
    [
      'has areas first that were heard less',
      [...people, ...heard(8, 'West', 'roads'), ...heard(9, 'West', 'water')],
      [2, 3, 4],
    ],
    [
      'leaves out who is called or did not come',
      [...people, called(2), settled(3, 'absent')],
      [4, 1],
    ],
  ])('%s', async (_, before, next) => {
    expect(await shown(...before)).toMatchObject({ next });
  });
});

test('whoever was called is the next of the hall, before slips that have waited longer', () => {
  const slip = done(2, 'logQuestion', asked(1, { source: 'paper', serial: 'A', asker: null }), {
    ...{ type: 'questionQueued', data: { question: '1' } },
  });
  const before = [slip, gave(1), logged(2, 1), ...queued(3)];
  expect(given(...before).standing.upNext()).toEqual(['3', '1', '2']);
  expect(given(...before, called(1)).standing.upNext()).toEqual(['3', '2', '1']);
});

describe('taking back', () => {
  const line = [gave(1), gave(2), called(1), logged(1, 1)];
  const declined = done(50, 'declineQuestion', {
    type: 'questionDeclined',
    data: { question: '1', reason: 'abusive', note: null },
  });
  const calledNext = done(51, 'callMicNumber', { type: 'micNumberCalled', data: { number: 2 } });
  const settledAs = (as: 'done' | 'absent' | 'waiting'): Done => ({ ...settled(1, as), at: 50 });
  /** Of the command after the line. */
  const undo = (...before: Done[]) => {
    const [, , , , last] = numbered([forumMade, ...line, ...before]).filter(
      ({ seq, first, command }) => seq === first && command !== null,
    );
    const state = given(...line, ...before);
    return when(state, { type: 'undo', entry: last?.seq ?? -1 }, { at: 55 });
  };

  test.each<[string, Done]>([
    ['a pick', pickedAt(50, '1')],
    ['a refusal', declined],
    ['that they have spoken', settledAs('done')],
    ['that they did not come', settledAs('absent')],
    ['that they wait again', settledAs('waiting')],
  ])('%s has the number called again, but not beside another', (_, press) => {
    expect(undo(press)).toMatchObject([{ type: 'actionUndone' }]);
    expect(undo(press, calledNext)).toBe('undo.superseded');
  });

  test('a call has the one before called again', () => {
    const state = given(gave(1), gave(2), called(1), called(2));
    const [entry] = [...state.undoable.value].slice(-1);
    expect(when(state, { type: 'undo', entry: entry?.entry ?? -1 }, { at: 22 })).toMatchObject([
      { type: 'actionUndone' },
    ]);
  });
});

test('whoever did not come stands by number, also when a table has another order', () => {
  const state = given(gave(1), gave(2), settled(1, 'absent'), settled(2, 'absent'));
  const first = state.micOpen.get('1');
  if (!first) throw new Error('the first number is gone');
  state.micOpen.remove('1');
  state.micOpen.put('1', first);
  expect([...state.micOpen.entries()].map(([key]) => key)).toEqual(['2', '1']);
  expect(openNumbers(state).map(({ number }) => number)).toEqual([1, 2]);
});
