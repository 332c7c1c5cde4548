import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Commitment } from '@wenzheng/shared/forum/words';
import type { CalendarDate } from '@wenzheng/shared/time/working-days';
import { describe, expect, test } from 'vitest';
import {
  asked,
  done,
  DUE,
  given,
  PHONE,
  pickedAt,
  queued,
  seeing,
  when,
  type Done,
} from '../../../support/given';

const submitted: Done = { at: 1, type: 'askQuestion', by: PHONE, entries: [asked(1)] };
const declined = done(2, 'declineQuestion', {
  type: 'questionDeclined',
  data: { question: '1', reason: 'abusive', note: null },
});
const answered = done(40, 'answerQuestion', {
  type: 'questionAnswered',
  data: { question: '1', notes: null },
});
const onFloor = [...queued(1), pickedAt(30, '1')];

type Row = [string, Done[], CommandInput, unknown];
const holds = (table: Row[], by = undefined as typeof PHONE | undefined): void => {
  test.each(table)('%s', (_, before, command, outcome) => {
    const state = given(...before);
    expect(when(state, seeing(state, command), by ? { by } : {})).toEqual(outcome);
  });
};

describe('asking', () => {
  const ask = (
    department: string | null,
    text = '自来水 is brown',
    topic: string | null = null,
  ): CommandInput => ({ type: 'askQuestion', text, name: null, department, topic });
  holds(
    [
      ['needs a department that there is', [], ask('navy'), 'questions.unknown_department'],
      ['needs a topic that there is', [], ask(null, 'lamps', 'ships'), 'questions.unknown_topic'],
      [
        'keeps the topic that was chosen',
        [],
        ask(null, undefined, 'lifts'),
        [
          asked(1, {
            ...{ text: { id: 'word-1', commitment: '自来水 is brown' }, source: 'pre_survey' },
            ...{ suggestedDepartment: 'water', tracking: '222-222' },
            ...{ topic: 'lifts', suggestedTopic: 'lifts' },
          }),
        ],
      ],
      [
        'suggests a topic',
        [],
        ask(null, 'Our block needs a lift'),
        [
          asked(1, {
            ...{
              text: { id: 'word-1', commitment: 'Our block needs a lift' },
              source: 'pre_survey',
            },
            ...{ tracking: '222-222', suggestedTopic: 'lifts' },
          }),
        ],
      ],
      [
        'keeps the words in the vault and suggests a department',
        [submitted],
        { type: 'askQuestion', text: ' 自来水\u200b  is brown ', name: '小王', department: null },
        [
          asked(2, {
            text: { id: 'word-1', commitment: '自来水 is brown' },
            name: { id: 'word-2', commitment: '小王' },
            suggestedDepartment: 'water',
            source: 'pre_survey',
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
  const twice = done(2, 'logQuestion', asked(2, { source: 'paper', serial: 'A7', asker: null }));
  const withdrawn = done(3, 'undo', { type: 'questionWithdrawn', data: { question: '1' } });
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
    ...['A7', 'A-0007'].map((serial): Row => [
      `takes it in once, though its number is written ${serial}`,
      [slip],
      log('paper', serial),
      'questions.serial_taken',
    ]),
    [
      'takes it in again once it was withdrawn',
      [slip, withdrawn],
      log('paper', 'A7'),
      [asked(2, { ...logged, source: 'paper', serial: 'A7' })],
    ],
    [
      'takes it in once while another stands that was once taken in beside it',
      [slip, twice, withdrawn],
      log('paper', 'A-7'),
      'questions.serial_taken',
    ],
    [
      'tells serial numbers of another kind apart as they are written',
      [done(1, 'logQuestion', asked(1, { source: 'paper', serial: '7-A', asker: null }))],
      log('paper', '07-A'),
      [asked(2, { ...logged, source: 'paper', serial: '07-A' })],
    ],
    [
      'queues at once what is asked at the microphone',
      [],
      log('mic', 'A-7'),
      [
        asked(1, { ...logged, source: 'mic' }),
        { type: 'questionScreened', data: { question: '1', department: 'roads', topic: null } },
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
  const complete = (commitment: Commitment | null): CommandInput => ({
    ...{ type: 'completeNotes', question: '1', notes: 'by May' },
    commitment,
    from: 0,
  });
  const lamp = (department: string, due: string): Commitment => ({
    what: 'a lamp',
    department,
    due: due as CalendarDate,
  });
  const completed = (commitment: unknown) => [
    {
      type: 'notesCompleted',
      data: { question: '1', notes: { id: 'word-1', commitment: 'by May' }, commitment },
    },
  ];
  const kept = (due: string) => ({
    what: { id: 'word-2', commitment: 'a lamp' },
    department: 'roads',
    due,
  });
  const promised = done(50, 'completeNotes', {
    type: 'notesCompleted',
    data: {
      question: '1',
      notes: { id: 'n', commitment: 'n' },
      commitment: {
        what: { id: 'w', commitment: 'w' },
        department: 'roads',
        due: '2027-01-10' as CalendarDate,
      },
    },
  });
  holds([
    [
      'screens and queues',
      [submitted],
      screen,
      [
        { type: 'questionScreened', data: { question: '1', department: 'water', topic: null } },
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
    ['completes the notes of an answer', [...onFloor, answered], complete(null), completed(null)],
    [
      'completes them with a promise',
      [...onFloor, answered],
      complete(lamp('roads', DUE)),
      completed(kept(DUE)),
    ],
    ['corrects them later', [...onFloor, answered, promised], complete(null), completed(null)],
    [
      'keeps a date that is over by now',
      [...onFloor, answered, promised],
      complete(lamp('roads', '2027-01-10')),
      completed(kept('2027-01-10')),
    ],
    [
      'sets no date that is over',
      [...onFloor, answered],
      complete(lamp('roads', '2027-01-14')),
      'questions.due_in_the_past',
    ],
    [
      'has promises kept by a department that there is',
      [...onFloor, answered],
      complete(lamp('navy', DUE)),
      'agenda.unknown_department',
    ],
    ['completes no notes before the answer', onFloor, complete(null), 'questions.wrong_state'],
  ]);
});

describe('words that come late', () => {
  const complete = (from: number): CommandInput => ({
    ...{ type: 'completeNotes', question: '1', notes: 'late', commitment: null, from },
  });
  const newer = done(60, 'completeNotes', {
    type: 'notesCompleted',
    data: {
      ...{ question: '1', notes: { id: 'n', commitment: 'n' } },
      commitment: { what: { id: 'w', commitment: 'w' }, department: 'roads', due: DUE },
    },
  });
  test('erase no promise that another desk has put down since', () => {
    const before = given(...onFloor, answered);
    const seen = before.questions.get('1')?.revision ?? 0;
    expect(when(before, complete(seen))).toHaveLength(1);
    expect(when(given(...onFloor, answered, newer), complete(seen))).toBe('questions.moved');
  });
  test('replace no newer words of the question', () => {
    const edit = (from: number): CommandInput => ({
      ...{ type: 'editQuestion', question: '1', text: 'late', from },
    });
    const seen = given(submitted).questions.get('1')?.revision ?? 0;
    const edited = done(9, 'editQuestion', {
      type: 'questionEdited',
      data: { question: '1', text: { id: 'e', commitment: 'newer' } },
    });
    expect(when(given(submitted), edit(seen))).toHaveLength(1);
    expect(when(given(submitted, edited), edit(seen))).toBe('questions.moved');
  });
});
