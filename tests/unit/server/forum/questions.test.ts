import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { minutes } from '@wenzheng/shared/time/instant';
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
  when,
  type Done,
} from '../../../support/given';

const submitted: Done = { at: 1, type: 'askQuestion', by: PHONE, entries: [asked(1)] };
const declined = done(2, 'declineQuestion', {
  type: 'questionDeclined',
  data: { question: '1', reason: 'abusive', note: null },
});
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

describe('asking', () => {
  const ask = (department: string | null, text = '自来水 is brown'): CommandInput => ({
    type: 'askQuestion',
    text,
    name: null,
    department,
  });
  holds(
    [
      ['needs a department that there is', [], ask('navy'), 'questions.unknown_department'],
      [
        'keeps the words in the vault and suggests a department',
        [submitted],
        { type: 'askQuestion', text: ' 自来水\u200b  is brown ', name: '小王', department: null },
        [
          asked(2, {
            text: { id: 'word-1', commitment: '自来水 is brown' },
            name: { id: 'word-2', commitment: '小王' },
            suggestedDepartment: 'water',
            tracking: '222-222',
          }),
        ],
      ],
    ],
    PHONE,
  );
});

describe('logging', () => {
  const log = (source: 'paper' | 'mic', serial: string | null): CommandInput => ({
    type: 'logQuestion',
    source,
    serial,
    text: '路灯',
    name: null,
    department: null,
  });
  const slip = done(1, 'logQuestion', asked(1, { source: 'paper', serial: 'A-7', asker: null }));
  const logged = {
    text: { id: 'word-1', commitment: '路灯' },
    asker: null,
    suggestedDepartment: 'roads',
    tracking: '222-222',
  };
  holds([
    [
      'takes in a slip, to be screened',
      [],
      log('paper', ' a-8 '),
      [asked(1, { ...logged, source: 'paper', serial: 'A-8' })],
    ],
    ['needs the serial number of a slip', [], log('paper', null), 'questions.serial_missing'],
    ['takes a slip in once', [slip], log('paper', 'a-7'), 'questions.serial_taken'],
    [
      'queues at once what is asked at the microphone',
      [],
      log('mic', 'A-7'),
      [
        asked(1, { ...logged, source: 'mic' }),
        { type: 'questionScreened', data: { question: '1', department: 'roads' } },
        { type: 'questionQueued', data: { question: '1' } },
      ],
    ],
  ]);
});

describe('supporting', () => {
  const support = (question: string, on: boolean): CommandInput => ({
    type: 'supportQuestion',
    question,
    on,
  });
  const vote = (on: boolean) => [
    { type: 'questionSupported', data: { question: '1', on, voter: 'voter-1', counter: 1 } },
  ];
  holds(
    [
      ['counts for what is queued', queued(1), support('1', true), vote(true)],
      ['counts for what is on the floor', onFloor, support('1', true), vote(true)],
      ['is set, not toggled: off stays off', queued(1), support('1', false), vote(false)],
      [
        'knows nothing of what is not screened',
        [submitted],
        support('1', true),
        'questions.unknown',
      ],
      [
        'knows nothing of what was declined',
        [submitted, declined],
        support('1', true),
        'questions.unknown',
      ],
      [
        'is over once it is answered',
        [...onFloor, answered],
        support('1', true),
        'questions.wrong_state',
      ],
      ['knows nothing of what there is not', [], support('99', true), 'questions.unknown'],
    ],
    PHONE,
  );

  const counted = (...votes: [voter: string, on: boolean][]): number | undefined =>
    given(
      ...queued(1),
      ...votes.map(([voter, on], index): Done => ({
        at: 9,
        type: null,
        by: null,
        entries: [
          { type: 'questionSupported', data: { question: '1', voter, counter: index + 1, on } },
        ],
      })),
    ).counts.get('1');
  test('counts each device once, and no more when it is withdrawn', () => {
    expect(counted(['a', true], ['a', true])).toBe(1);
    expect(counted(['a', true], ['b', true])).toBe(2);
    expect(counted(['a', true], ['b', true], ['a', false], ['a', false])).toBe(1);
    expect(counted(['a', false])).toBeUndefined();
  });
});

describe('the desk', () => {
  const screen: CommandInput = { type: 'screenQuestion', question: '1', department: 'water' };
  const decline = (note: string | null): CommandInput => ({
    type: 'declineQuestion',
    question: '1',
    reason: 'abusive',
    note,
  });
  const turnedAway = (note: unknown) => [
    { type: 'questionDeclined', data: { question: '1', reason: 'abusive', note } },
  ];
  const complete: CommandInput = { type: 'completeNotes', question: '1', notes: 'by May' };
  holds([
    [
      'screens and queues',
      [submitted],
      screen,
      [
        { type: 'questionScreened', data: { question: '1', department: 'water' } },
        { type: 'questionQueued', data: { question: '1' } },
      ],
    ],
    ['screens once', queued(1), screen, 'questions.wrong_state'],
    [
      'screens into a department that there is',
      [submitted],
      { type: 'screenQuestion', question: '1', department: 'navy' },
      'questions.unknown_department',
    ],
    ['declines, with a reason', [submitted], decline(null), turnedAway(null)],
    [
      'declines, with a note for the asker',
      queued(1),
      decline('kindly'),
      turnedAway({ id: 'word-1', commitment: 'kindly' }),
    ],
    ['does not decline what is on the floor', onFloor, decline(null), 'questions.wrong_state'],
    ['does not decline twice', [submitted, declined], decline(null), 'questions.wrong_state'],
    [
      'completes the notes of an answer',
      [...onFloor, answered],
      complete,
      [
        {
          type: 'notesCompleted',
          data: { question: '1', notes: { id: 'word-1', commitment: 'by May' } },
        },
      ],
    ],
    ['completes no notes before the answer', onFloor, complete, 'questions.wrong_state'],
  ]);
});

describe('picking', () => {
  const pick = (question: string, from: string | null): CommandInput => ({
    type: 'pickQuestion',
    question,
    from,
  });
  const picked = (question: string, department: string) => [
    {
      type: 'questionPicked',
      data: { question, suggestion: { question, reason: 'unsuitable_here', department, due: DUE } },
    },
    {
      type: 'floorGiven',
      data: { phase: 'asking', subject: question, speaker: 'li', limit: minutes(1) },
    },
  ];
  holds([
    [
      'brings it to the floor, deflection suggested',
      queued(1),
      pick('1', null),
      picked('1', 'water'),
    ],
    [
      'never loses the one before: notes to come',
      [...queued(1, 2), pickedAt(30, '1')],
      pick('2', '1'),
      [{ type: 'questionAnswered', data: { question: '1', notes: null } }, ...picked('2', 'water')],
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
