import type { NewEntry } from '@wenzheng/server/src/engine/entries';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { ClosingView, ResultsView } from '@wenzheng/shared/forum/followup';
import { minutes } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import {
  done,
  DUE,
  given,
  itemStarted,
  pickedAt,
  queued,
  seeing,
  when,
  type Done,
} from '../../../support/given';
import { roomWithForum, type Guest, type TestRoom } from '../../../support/room';

const notes = (question: string): Extract<CommandInput, { type: 'completeNotes' }> => ({
  ...{ type: 'completeNotes', question, notes: 'noted', commitment: null, from: 0 },
});
const CLOSE: CommandInput = { type: 'closeForum' };
const answered = (question: string, notes: boolean): Done =>
  done(40, 'answerQuestion', {
    type: 'questionAnswered',
    data: { question, notes: notes ? { id: 'notes', commitment: 'notes' } : null },
  });
const noted = (question: string): Done =>
  done(41, 'completeNotes', {
    type: 'notesCompleted',
    data: { question, notes: { id: 'notes', commitment: 'notes' }, commitment: null },
  });
const deflected = (question: string): Done =>
  done(42, 'deflectQuestion', {
    type: 'questionDeflected',
    data: { question, reason: 'out_of_scope', department: 'water', due: DUE },
  });
/** The first exchange, begun by entry 2. */
const exchange = done(50, 'startExchange', {
  type: 'exchangeStarted',
  data: { number: 1, representative: 'r1', official: 'li', limit: minutes(3) },
});
const exchangeEnded = done(60, 'endExchange', { type: 'turnEnded', data: { turn: 2 } });
const outcome = done(61, 'recordOutcome', {
  type: 'outcomeRecorded',
  data: {
    exchange: '2',
    outcome: {
      kind: 'answered',
      summary: { id: 'summary', commitment: 'summary' },
      commitment: null,
    },
  },
});

describe('closing the forum', () => {
  const CLOSED: NewEntry[] = [{ type: 'forumClosed', data: {} }];
  const picked = [...queued(1), pickedAt(30, '1')];
  test.each<[string, Done[], readonly NewEntry[] | string]>([
    ['nothing happened in', [], CLOSED],
    ['with questions waiting', queued(1, 2), CLOSED],
    ['with a question on the floor', picked, 'followup.notes_to_come'],
    ['with an answer without notes', [...picked, answered('1', false)], 'followup.notes_to_come'],
    [
      'with a question that the agenda went over',
      [...picked, itemStarted(50, 'closing')],
      'followup.notes_to_come',
    ],
    ['with an answer noted down at once', [...picked, answered('1', true)], CLOSED],
    ['with an answer noted down later', [...picked, answered('1', false), noted('1')], CLOSED],
    ['with a deflected question', [...picked, deflected('1')], CLOSED],
    ['with an exchange running', [exchange], 'followup.notes_to_come'],
    ['with an exchange without outcome', [exchange, exchangeEnded], 'followup.notes_to_come'],
    ['with an exchange and its outcome', [exchange, exchangeEnded, outcome], CLOSED],
  ])('%s', (_, before, expected) => {
    expect(when(given(...before), CLOSE)).toEqual(expected);
  });

  test('once is enough', () => {
    expect(when(given(done(1, 'closeForum', ...CLOSED)), CLOSE)).toBe('forum.closed');
  });
});

describe('a closed forum', () => {
  const closed = done(50, 'closeForum', { type: 'forumClosed', data: {} });
  test('is not opened again by undoing notes that were completed before', () => {
    const state = given(...queued(1), pickedAt(30, '1'), answered('1', false), noted('1'), closed);
    const [entry] = state.undoable.value.flatMap((action) =>
      action.command === 'completeNotes' ? [action.entry] : [],
    );
    expect(when(state, { type: 'undo', entry: entry ?? 0 }, { at: 51 })).toBe('forum.closed');
  });
  test('lets a correction made since be undone', () => {
    const before = [...queued(1), pickedAt(30, '1'), answered('1', true), closed];
    const corrected = { ...noted('1'), at: 52 };
    const state = given(...before, corrected);
    const entry = state.undoable.value.at(-1)?.entry ?? 0;
    expect(when(state, { type: 'undo', entry }, { at: 53 })).toMatchObject([
      { type: 'actionUndone', data: { entry } },
    ]);
  });
});

describe('what is still to come', () => {
  const mic = (text: string): CommandInput => ({
    type: 'logQuestion',
    ...{ source: 'mic', serial: null, text, name: null, department: null },
  });
  async function withTwoQuestions(): Promise<{ room: TestRoom; host: Guest }> {
    const room = await roomWithForum();
    const host = room.enter('host');
    for (const text of ['one', 'two']) await room.enter('volunteer', text).does(mic(text));
    return { room, host };
  }
  const entryOf = async (acting: ReturnType<Guest['does']>): Promise<number> => {
    const { entry } = await acting;
    if (entry === undefined) throw new Error('it cannot be undone');
    return entry;
  };

  test('comes back with undo, and stands in the way of no other undo', async () => {
    const { room, host } = await withTwoQuestions();
    const toCome = () => [...room.seat.engine.state.toCome.entries()].map(([key]) => key);
    const pick = await entryOf(host.does({ type: 'pickQuestion', question: '1', from: null }));
    await host.does({ type: 'undo', entry: pick });
    expect(toCome()).toEqual([]);
    await host.does({ type: 'pickQuestion', question: '1', from: null });
    const answer = await entryOf(
      host.does({ type: 'answerQuestion', question: '1', notes: 'noted' }),
    );
    expect(toCome()).toEqual([]);
    await host.does({ type: 'pickQuestion', question: '2', from: null });
    const next = await entryOf(host.does({ type: 'answerQuestion', question: '2', notes: null }));
    const completed = await entryOf(host.does(seeing(room.seat.engine.state, notes('2'))));
    expect(toCome()).toEqual([]);
    await host.does({ type: 'undo', entry: completed });
    await host.does({ type: 'undo', entry: next });
    expect(toCome()).toEqual(['question/2']);
    expect(await host.press({ type: 'undo', entry: answer })).toMatchObject({
      by: 'pickQuestion',
    });
  });

  test('is shown to desks as it keeps the forum from closing', async () => {
    const { room, host } = await withTwoQuestions();
    const closing = (): ClosingView => {
      const feed = room.seat.room.feed('moderator');
      feed.flush();
      return feed.snapshot().documents['closing'] as ClosingView;
    };
    const phone = room.enter('audience');
    await phone.does({ type: 'askQuestion', text: 'three', name: null, department: null });
    await phone.does({ type: 'submitStatement', text: 'more trees' });
    const nothing = {
      notesToCome: 0,
      outcomesToCome: 0,
      slipsOpen: 0,
      unscreened: 1,
      statementsToReview: 1,
    };
    expect(closing()).toEqual({ ...nothing, waiting: 2 });
    await host.does({ type: 'pickQuestion', question: '1', from: null });
    expect(closing()).toEqual({ ...nothing, waiting: 1, notesToCome: 1 });
    await host.does({ type: 'answerQuestion', question: '1', notes: null });
    expect(closing()).toEqual({ ...nothing, waiting: 1, notesToCome: 1 });
    expect(await host.press(CLOSE)).toEqual({ ok: false, code: 'followup.notes_to_come' });
    await host.does(seeing(room.seat.engine.state, notes('1')));
    await host.does({
      type: 'putRepresentative',
      representative: { id: 'r1', name: 'Aunt Zhou', chosenBy: 'lot', of: '' },
    });
    await host.does({
      ...{ type: 'startExchange', representative: 'r1', official: 'li', quota: minutes(3) },
      from: null,
    });
    expect(closing()).toEqual({ ...nothing, waiting: 1, outcomesToCome: 1 });
    expect(await host.press(CLOSE)).toEqual({ ok: false, code: 'followup.notes_to_come' });
    const turn = room.seat.engine.state.floor.value?.turn ?? 0;
    const outcome = { kind: 'answered', summary: 'agreed', commitment: null } as const;
    await host.does({ type: 'endExchange', turn, outcome });
    await host.does(CLOSE);
    expect(closing()).toEqual({ ...nothing, unscreened: 0, waiting: 0 });
  });
});

describe('the results', () => {
  const feedOf = (room: TestRoom, role: 'display' | 'audience') => {
    const feed = room.seat.room.feed(role);
    feed.flush();
    return feed.snapshot().documents['results'] as ResultsView;
  };
  const log = (text: string, serial: string): CommandInput => ({
    type: 'logQuestion',
    ...{ source: 'paper', serial, text, name: null, department: null },
  });
  const screen = (question: string): CommandInput => ({
    type: 'screenQuestion',
    question,
    department: null,
  });
  const deflect = (question: string): CommandInput => ({
    type: 'deflectQuestion',
    ...{ question, reason: 'private_matter', department: 'roads', due: DUE },
  });
  const commitment = (what: string) => ({ what, department: 'water', due: DUE });

  /**
   * Questions 1 and 2 of phones, 3 of a kiosk, 4 and 5 on slips, 6 logged by mistake: 1 and 4 answered,
   * 2 deflected, 3 in the queue, 5 declined. One exchange, three statements, of which one is declined.
   */
  async function held(): Promise<TestRoom> {
    const room = await roomWithForum();
    const [host, desk, volunteer] = [
      room.enter('host'),
      room.enter('moderator'),
      room.enter('volunteer'),
    ];
    const phones = ['a', 'b', 'c'].map((name) => room.enter('audience', name));
    const [a, b, c] = phones as [Guest, Guest, Guest];
    const ask = (text: string) =>
      ({ type: 'askQuestion', text, name: null, department: null }) as const;
    await a.does(ask('one'));
    await b.does(ask('two'));
    await room.enter('kiosk').does(ask('three'));
    await volunteer.does(log('four', 'S-4'));
    await volunteer.does(log('five', 'S-5'));
    const { entry = 0 } = await volunteer.does(log('six', 'S-6'));
    await volunteer.does({ type: 'undo', entry });
    for (const question of ['1', '2', '3', '4', '5']) await desk.does(screen(question));
    for (const phone of phones) {
      await phone.does({ type: 'supportQuestion', question: '2', on: true });
      await phone.does({ type: 'supportQuestion', question: '5', on: true });
    }
    await a.does({ type: 'supportQuestion', question: '3', on: true });
    await a.does({ type: 'supportQuestion', question: '1', on: true });
    await a.does({ type: 'supportQuestion', question: '1', on: false });
    await b.does({ type: 'supportQuestion', question: '4', on: true });
    await c.does({ type: 'supportQuestion', question: '4', on: true });
    await desk.does({ type: 'declineQuestion', question: '5', reason: 'duplicate', note: null });
    for (const question of ['4', '1']) {
      await host.does({ type: 'pickQuestion', question, from: null });
      await host.does({ type: 'answerQuestion', question, notes: null });
      room.pass(20);
    }
    await host.does({ type: 'pickQuestion', question: '2', from: null });
    await host.does(deflect('2'));
    await host.does({
      type: 'putRepresentative',
      representative: { id: 'r1', name: 'Aunt Zhou', chosenBy: 'lot', of: '' },
    });
    await host.does({
      ...{ type: 'startExchange', representative: 'r1', official: 'li', quota: minutes(3) },
      from: null,
    });
    const turn = room.seat.engine.state.floor.value?.turn ?? 0;
    const spoken = { summary: 'agreed', commitment: commitment('a lift') };
    await host.does({ type: 'endExchange', turn, outcome: { kind: 'committed', ...spoken } });
    for (const [question, what] of [
      ['1', 'a lamp'],
      ['4', 'a pump'],
    ] as const) {
      const command = { ...notes(question), commitment: commitment(what) };
      await desk.does(seeing(room.seat.engine.state, command));
    }
    for (const text of ['x', 'y', 'z']) await desk.does({ type: 'addStatement', text });
    for (const statement of ['1', '2']) {
      await a.does({ type: 'answerStatement', statement, answer: 'agree' });
    }
    await b.does({ type: 'answerStatement', statement: '1', answer: 'pass' });
    await desk.does({ type: 'declineStatement', statement: '2', reason: 'unclear' });
    return room;
  }
  const promised = (what: string, question: number | null, exchange: number | null) => ({
    ...commitment(what),
    question,
    exchange,
  });
  const RESULTS: ResultsView = {
    asked: 5,
    bySource: { phone: 0, kiosk: 1, paper: 2, mic: 0, online: 0, pre_survey: 2 },
    byState: {
      ...{ submitted: 0, screened: 0, queued: 1, on_floor: 0, answered: 2, deflected: 1 },
      ...{ merged: 0, withdrawn: 1, deferred: 0, declined: 1 },
    },
    deflected: {
      ...{ out_of_scope: 0, private_matter: 1, another_authority: 0 },
      ...{ already_answered: 0, unsuitable_here: 0 },
    },
    supports: 9,
    supportsInHall: 0,
    mostSupported: [
      { id: '2', number: 2, text: 'two', support: 3, state: 'deflected' },
      { id: '4', number: 4, text: 'four', support: 2, state: 'answered' },
      { id: '3', number: 3, text: 'three', support: 1, state: 'queued' },
    ],
    commitments: [
      promised('a pump', 4, null),
      promised('a lamp', 1, null),
      promised('a lift', null, 1),
    ],
    exchanges: 1,
    statements: 2,
    answers: 3,
    rated: { answers: 0, faces: { satisfied: 0, partly: 0, not: 0 } },
  };

  test('are what has happened, and the same after a restart', async () => {
    const room = await held();
    expect(feedOf(room, 'display')).toEqual(RESULTS);
    await room.open({});
    expect(feedOf(room, 'display')).toEqual(RESULTS);
  });

  test('are not sent to phones anew for votes, and tell all of them in the end', async () => {
    const room = await held();
    const host = room.enter('host', 'host-2');
    await host.does({ type: 'startAgendaItem', item: 'closing', from: null });
    feedOf(room, 'audience');
    room.broadcasts.splice(0);
    const phone = room.enter('audience', 'd');
    await phone.does({ type: 'supportQuestion', question: '3', on: true });
    await phone.does({ type: 'answerStatement', statement: '1', answer: 'agree' });
    expect(feedOf(room, 'display')).toMatchObject({ supports: 10, answers: 4 });
    expect(feedOf(room, 'audience')).toEqual(RESULTS);
    const patches = room.broadcasts.flatMap(({ role, patch }) =>
      role === 'audience' ? [Object.keys(patch.documents ?? {})] : [],
    );
    expect(patches.length).toBeGreaterThan(0);
    expect(patches.flat()).not.toContain('results');
    await host.does(CLOSE);
    expect(feedOf(room, 'audience')).toMatchObject({ supports: 10, answers: 4 });
  });

  test('tell phones how answers were rated by the time that the item began', async () => {
    const room = await held();
    const host = room.enter('host', 'host-2');
    // The last one answered in it is the exchange.
    const { answer = '' } = room.seat.engine.state.rating.value ?? {};
    const rate = (device: string) =>
      room
        .enter('audience', device)
        .does({ type: 'rateAnswer', answer, face: device === 'p0' ? 'not' : 'satisfied' });
    for (const device of ['p0', 'p1', 'p2']) await rate(device);
    expect(feedOf(room, 'display').rated).toEqual(RESULTS.rated);
    await host.does({ type: 'startAgendaItem', item: 'closing', from: null });
    const rated = { answers: 1, faces: { satisfied: 2, partly: 0, not: 1 } };
    for (const role of ['display', 'audience'] as const)
      expect(feedOf(room, role).rated).toEqual(rated);
  });

  test('come to phones with their stage, or when the forum is closed', async () => {
    const room = await held();
    const host = room.enter('host', 'host-2');
    const from = (item: string, before: string | null) =>
      host.does({ type: 'startAgendaItem', item, from: before });
    expect(feedOf(room, 'audience')).toBeNull();
    await from('closing', null);
    expect(feedOf(room, 'audience')).toEqual(RESULTS);
    await from('qa', 'closing');
    expect(feedOf(room, 'audience')).toBeNull();
    await host.does(CLOSE);
    expect(feedOf(room, 'audience')).toEqual({
      ...RESULTS,
      byState: { ...RESULTS.byState, queued: 0, deferred: 1 },
      mostSupported: RESULTS.mostSupported.map((question) =>
        question.id === '3' ? { ...question, state: 'deferred' } : question,
      ),
    });
  });
});
