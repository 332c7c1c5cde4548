/** Answers and outcomes put right: what stood there before is kept, and comes back with undo. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { minutes } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import {
  done,
  DUE,
  given,
  itemStarted,
  moment,
  pickedAt,
  queued,
  seeing,
  when,
  type Done,
} from '../../../support/given';
import { roomWithForum } from '../../../support/room';

const ref = (text: string) => ({ id: text, commitment: text });
const lamp = { what: ref('a lamp'), department: 'roads', due: DUE };
const answered = [
  itemStarted(0, 'qa'),
  ...queued(1),
  pickedAt(10, '1'),
  done(20, 'answerQuestion', { type: 'questionAnswered', data: { question: '1', notes: null } }),
];
const noted = (at: number, text: string, why?: string): Done =>
  done(at, 'completeNotes', {
    type: 'notesCompleted',
    data: { question: '1', notes: ref(text), commitment: lamp, ...(why && { why: ref(why) }) },
  });
const correct = (fields: object = {}): CommandInput => ({
  ...{ type: 'completeNotes', question: '1', notes: 'by June', commitment: null, from: 0 },
  ...{ why: 'misheard', ...fields },
});

describe('an answer', () => {
  const deciding = (before: Done[], command: CommandInput): unknown => {
    const state = given(...before);
    return when(state, seeing(state, command));
  };
  const promise = { what: 'a lamp', department: 'roads', due: DUE };

  test('is put right with a reason', () => {
    expect(deciding([...answered, noted(30, 'by May')], correct())).toEqual([
      {
        type: 'notesCompleted',
        data: {
          ...{ question: '1', notes: { id: 'word-1', commitment: 'by June' }, commitment: null },
          why: { id: 'word-2', commitment: 'misheard' },
        },
      },
    ]);
  });
  test('needs no reason, and has none when it is first written down', () => {
    for (const [before, command] of [
      [[...answered, noted(30, 'by May')], correct({ why: null })],
      [answered, correct()],
    ] as const)
      expect(deciding([...before], command)).toEqual([
        {
          type: 'notesCompleted',
          data: {
            ...{ question: '1', notes: { id: 'word-1', commitment: 'by June' }, commitment: null },
          },
        },
      ]);
  });
  test('that is said again in the same words is no other version', () => {
    const before = [...answered, noted(30, 'by May')];
    expect(deciding(before, correct({ notes: 'by May', commitment: promise }))).toEqual([]);
    expect(deciding(before, correct({ notes: 'by May' }))).toHaveLength(1);
    const late = { ...promise, due: '2027-03-01' };
    expect(deciding(before, correct({ notes: 'by May', commitment: late }))).toHaveLength(1);
  });
  test('keeps what stood there before, with when and why', () => {
    const state = given(...answered, noted(30, 'May'), noted(40, 'June', 'misheard'));
    expect(state.questions.get('1')).toMatchObject({ notes: ref('June') });
    expect(state.questions.get('1')?.written).toEqual({
      at: moment(40),
      why: ref('misheard'),
      earlier: [{ notes: ref('May'), commitment: lamp, at: moment(30), why: null }],
    });
  });
  test('keeps the last ten of them', () => {
    const versions = Array.from({ length: 13 }, (_, index) => noted(30 + index, `v${index}`));
    const { written } = given(...answered, ...versions).questions.get('1') ?? {};
    expect(written?.earlier.map(({ notes }) => notes.id)).toEqual(
      Array.from({ length: 10 }, (_, index) => `v${index + 2}`),
    );
  });
});

describe('an outcome', () => {
  const recorded = (at: number, summary: string): Done =>
    done(at, 'recordOutcome', {
      type: 'outcomeRecorded',
      data: {
        ...{ exchange: '3', why: ref('misheard') },
        outcome: { kind: 'committed', summary: ref(summary), commitment: lamp },
      },
    });
  const exchange = [
    itemStarted(0, 'qa'),
    done(10, 'startExchange', {
      type: 'exchangeStarted',
      data: { number: 1, representative: 'chen', official: 'li', limit: minutes(3) },
    }),
    done(20, 'endExchange', { type: 'turnEnded', data: { turn: 3 } }),
  ];
  test('keeps what stood there before', () => {
    const state = given(...exchange, recorded(30, 'May'), recorded(40, 'June'));
    expect(state.exchanges.get('3')?.written?.earlier).toEqual([
      {
        ...{ kind: 'committed', summary: ref('May'), commitment: lamp },
        ...{ at: moment(30), why: ref('misheard') },
      },
    ]);
  });
  test('that is the same again is no other version', () => {
    const state = given(...exchange, recorded(30, 'May'));
    const again = (kind: 'committed' | 'follow_up'): CommandInput => ({
      ...{ type: 'recordOutcome', exchange: '3', from: 0, why: null },
      outcome: {
        ...{ kind, summary: 'May' },
        commitment: { what: 'a lamp', department: 'roads', due: DUE },
      },
    });
    expect(when(state, seeing(state, again('committed')))).toEqual([]);
    expect(when(state, seeing(state, again('follow_up')))).toHaveLength(1);
  });
});

describe('who asked', () => {
  test('reads that it was put right, why, and what stood there; undo takes all of it back', async () => {
    const room = await roomWithForum();
    const [host, phone, moderator] = [
      room.enter('host'),
      room.enter('audience'),
      room.enter('moderator'),
    ];
    await host.does({ type: 'startAgendaItem', item: 'qa', from: null });
    await phone.does({ type: 'askQuestion', text: '路灯坏了', name: null, department: null });
    await moderator.does({ type: 'screenQuestion', question: '1', department: 'roads' });
    await host.does({ type: 'pickQuestion', question: '1', from: null });
    await host.does({ type: 'answerQuestion', question: '1', notes: '五月修好' });
    const mine = () => phone.events('mine').at(-1)?.questions?.[0];
    const desk = () =>
      room.seat.room.feed('moderator').snapshot().collections['writtenDown']?.['1'];
    expect(mine()).toMatchObject({ notes: '五月修好', corrected: null, earlier: [] });
    const { entry } = await moderator.does(
      seeing(room.seat.engine.state, correct({ notes: '六月修好', why: '听错了' })),
    );
    const earlier = [{ notes: '五月修好', commitment: null, why: null }];
    expect(mine()).toMatchObject({ notes: '六月修好', corrected: { why: '听错了' }, earlier });
    expect(desk()).toMatchObject({ notes: '六月修好', written: { why: '听错了' }, earlier });
    await moderator.does({ type: 'undo', entry: entry ?? -1 });
    expect(mine()).toMatchObject({ notes: '五月修好', corrected: null, earlier: [] });
    expect(desk()).toMatchObject({ notes: '五月修好', written: { why: null }, earlier: [] });
  });
});
