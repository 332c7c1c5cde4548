import type { CalendarDate } from '@wenzheng/shared/time/working-days';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { minutes, seconds } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import {
  asked,
  done,
  DUE,
  given,
  itemStarted,
  PHONE,
  pickedAt,
  queued,
  talkStarted,
  when,
  type Done,
} from '../../../support/given';

const submitted: Done = { at: 1, type: 'askQuestion', by: PHONE, entries: [asked(1)] };
const deflected = done(40, 'deflectQuestion', {
  type: 'questionDeflected',
  data: { question: '1', reason: 'out_of_scope', department: 'water', due: DUE },
});
const answered = done(40, 'answerQuestion', {
  type: 'questionAnswered',
  data: { question: '1', notes: null },
});
const onFloor = [...queued(1), pickedAt(30, '1')];
/** Number of the turn that `onFloor` ends with. */
const TURN = 6;
const answering = done(
  35,
  'startAnswer',
  { type: 'answerStarted', data: { question: '1', official: 'li' } },
  {
    type: 'floorGiven',
    data: { phase: 'answering', subject: '1', speaker: 'li', limit: minutes(5) },
  },
);

type Table = [string, Done[], CommandInput, unknown][];
const holds = (table: Table, by = undefined as typeof PHONE | undefined): void => {
  test.each(table)('%s', (_, before, command, outcome) => {
    expect(when(given(...before), command, by ? { by } : {})).toEqual(outcome);
  });
};

describe('picking', () => {
  const pick = (question: string, from: string | null): CommandInput => ({
    type: 'pickQuestion',
    question,
    from,
  });
  const picked = (question: string, waited: number) => [
    {
      type: 'questionPicked',
      data: {
        question,
        suggestion: { question, reason: 'unsuitable_here', department: 'water', due: DUE },
        standing: { manner: 'first', support: 0, rank: 1, among: 1, waited: seconds(waited) },
      },
    },
    {
      type: 'floorGiven',
      data: { phase: 'asking', subject: question, speaker: 'li', limit: minutes(1) },
    },
  ];
  holds([
    ['brings it to the floor, deflection suggested', queued(1), pick('1', null), picked('1', 99)],
    [
      'never loses the one before: notes to come',
      [...queued(1, 2), pickedAt(30, '1')],
      pick('2', '1'),
      [{ type: 'questionAnswered', data: { question: '1', notes: null } }, ...picked('2', 98)],
    ],
    [
      'is refused if another came first',
      [...queued(1, 2), pickedAt(30, '1')],
      pick('2', null),
      'questions.moved',
    ],
    [
      'is refused if the one before has left',
      [...onFloor, answered, ...queued(2)],
      pick('2', '1'),
      'questions.moved',
    ],
    ['takes none that is not screened', [submitted], pick('1', null), 'questions.wrong_state'],
    [
      'takes none that has been asked',
      [...onFloor, answered],
      pick('1', null),
      'questions.wrong_state',
    ],
    ['takes none that there is not', [], pick('99', null), 'questions.unknown'],
  ]);
});

describe('the question on the floor', () => {
  const start = (official: string): CommandInput => ({
    type: 'startAnswer',
    question: '1',
    official,
  });
  const started = (official: string) => [
    { type: 'answerStarted', data: { question: '1', official } },
    {
      type: 'floorGiven',
      data: { phase: 'answering', subject: '1', speaker: official, limit: minutes(5) },
    },
  ];
  const answer = (notes: string | null): CommandInput => ({
    type: 'answerQuestion',
    question: '1',
    notes,
  });
  const ended = { type: 'turnEnded', data: { turn: TURN } };
  holds([
    ['goes to an official', onFloor, start('li'), started('li')],
    ['goes on to another official', [...onFloor, answering], start('wang'), started('wang')],
    ['does not start the clock of the same one anew', [...onFloor, answering], start('li'), []],
    ['needs an official that there is', onFloor, start('zhou'), 'questions.unknown_official'],
    ['must be there', queued(1), start('li'), 'questions.wrong_state'],
    [
      'is answered, and leaves the floor',
      onFloor,
      answer(null),
      [{ type: 'questionAnswered', data: { question: '1', notes: null } }, ended],
    ],
    [
      'is answered with notes',
      onFloor,
      answer('soon'),
      [
        {
          type: 'questionAnswered',
          data: { question: '1', notes: { id: 'word-1', commitment: 'soon' } },
        },
        ended,
      ],
    ],
    ['is answered once', [...onFloor, answered], answer(null), 'questions.wrong_state'],
    [
      'is over when the agenda has moved on',
      [...onFloor, itemStarted(35, 'qa')],
      answer(null),
      'questions.wrong_state',
    ],
  ]);
});

describe('deflecting', () => {
  const fields = {
    question: '1',
    reason: 'private_matter',
    department: 'roads',
    due: DUE,
  } as const;
  const late = { ...fields, due: '2027-01-10' as CalendarDate };
  const deflect = (over: object): CommandInput => ({ type: 'deflectQuestion', ...fields, ...over });
  const amend: CommandInput = { type: 'amendDeflection', ...fields };
  holds([
    [
      'says why, whereto and by when',
      onFloor,
      deflect({}),
      [
        { type: 'turnEnded', data: { turn: TURN } },
        { type: 'questionDeflected', data: fields },
      ],
    ],
    [
      'needs a department that there is',
      onFloor,
      deflect({ department: 'navy' }),
      'questions.unknown_department',
    ],
    [
      'is due today at the earliest',
      onFloor,
      deflect({ due: '2027-01-14' }),
      'questions.due_in_the_past',
    ],
    [
      'may be due today',
      onFloor,
      deflect({ due: '2027-01-15' }),
      [
        { type: 'turnEnded', data: { turn: TURN } },
        { type: 'questionDeflected', data: { ...fields, due: '2027-01-15' } },
      ],
    ],
    ['is for what is on the floor', queued(1), deflect({}), 'questions.wrong_state'],
    [
      'can be amended',
      [...onFloor, deflected],
      amend,
      [{ type: 'deflectionAmended', data: fields }],
    ],
    [
      'keeps a date that is over by now, as it is put right',
      [...onFloor, done(40, 'deflectQuestion', { type: 'questionDeflected', data: late })],
      { ...amend, due: late.due },
      [{ type: 'deflectionAmended', data: late }],
    ],
    ['is not amended before it is', onFloor, amend, 'questions.wrong_state'],
  ]);
});

test('a question keeps every state it has been in', () => {
  const row = given(...onFloor, deflected).questions.get('1');
  expect(row?.history.map(({ state }) => state)).toEqual([
    'submitted',
    'screened',
    'queued',
    'on_floor',
    'deflected',
  ]);
  expect(row?.deflection).toEqual({ reason: 'out_of_scope', department: 'water', due: DUE });
});

describe('what takes the floor from a question', () => {
  const exchange = done(45, 'startExchange', {
    type: 'exchangeStarted',
    data: { number: 1, representative: 'r', official: 'li', limit: minutes(3) },
  });
  const start: CommandInput = { type: 'startAnswer', question: '1', official: 'li' };
  test.each<[string, Done]>([
    ['a talk', talkStarted(45)],
    ['an exchange', exchange],
  ])('%s leaves it answered, with notes to come', (_, taking) => {
    const state = given(...onFloor, taking);
    expect(state.questions.get('1')).toMatchObject({ state: 'answered', notes: null });
    expect(state.currentQuestion.value).toBeNull();
    expect([...state.toCome.entries()].map(([key]) => key)).toContain('question/1');
    expect(when(state, start)).toBe('floor.moved');
  });
  test('leaves nothing to answer once the turn is over', () => {
    const ended = done(45, 'endTurn', { type: 'turnEnded', data: { turn: TURN } });
    expect(when(given(...onFloor, ended), start)).toBe('floor.moved');
  });
});
