import type { Actor } from '@wenzheng/server/src/journal/entry';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Answer } from '@wenzheng/shared/forum/opinions';
import { describe, expect, test } from 'vitest';
import { done, given, HOST, PHONE, when, type Done } from '../../../support/given';
import { roomWithForum, type Guest, type TestRoom } from '../../../support/room';

const KIOSK: Actor = { role: 'kiosk', id: 'kiosk-1' };
const submitted = (number: number, asker: string | null = PHONE.id): Done => ({
  at: number,
  type: 'submitStatement',
  by: PHONE,
  entries: [
    {
      type: 'statementSubmitted',
      data: {
        statement: String(number),
        number,
        text: { id: `statement-${number}`, commitment: `statement ${number}` },
        prepared: false,
        asker,
      },
    },
  ],
});
const approved = (statement: string): Done =>
  done(20, 'approveStatement', { type: 'statementApproved', data: { statement } });
const declined = (statement: string): Done =>
  done(21, 'declineStatement', {
    type: 'statementDeclined',
    data: { statement, reason: 'unclear' },
  });
const withdrawn = (statement: string): Done =>
  done(22, 'undo', { type: 'statementWithdrawn', data: { statement } });
const submit = (text: string): CommandInput => ({ type: 'submitStatement', text });
const add = (text: string): CommandInput => ({ type: 'addStatement', text });
const approve = (statement: string): CommandInput => ({ type: 'approveStatement', statement });
const decline = (statement: string): CommandInput => ({
  type: 'declineStatement',
  statement,
  reason: 'abusive',
});
const answer = (statement: string, to: Answer | null): CommandInput => ({
  type: 'answerStatement',
  statement,
  answer: to,
});

const assign = (statement: string, department: string | null): CommandInput => ({
  ...{ type: 'assignStatement', statement, department },
});

test('who answers for a statement is a department that there is, and then stays on the lists', async () => {
  const room = await roomWithForum();
  const [admin, moderator] = [room.enter('admin'), room.enter('moderator')];
  await moderator.does(add('more trees'));
  expect(await moderator.press(assign('1', 'none'))).toMatchObject({
    code: 'questions.unknown_department',
  });
  expect(await moderator.press(assign('9', 'water'))).toMatchObject({ code: 'opinions.unknown' });
  await moderator.does(assign('1', 'roads'));
  expect(room.seat.engine.state.statements.get('1')?.department).toBe('roads');
  const gone: CommandInput = { type: 'removeDepartment', department: 'roads' };
  expect(await admin.press(gone)).toMatchObject({ code: 'agenda.still_used', by: '#1' });
  await moderator.does(assign('1', null));
  await admin.does(gone);
});

describe('a statement', () => {
  const data = {
    statement: '2',
    number: 2,
    text: { id: 'word-1', commitment: 'more trees' },
    prepared: false,
  };
  test.each([
    { who: 'a phone', by: PHONE, asker: PHONE.id },
    { who: 'a kiosk, of which nobody is the asker', by: KIOSK, asker: null },
  ])('comes in from $who', ({ by, asker }) => {
    expect(when(given(submitted(1)), submit(' more  trees '), { by })).toEqual([
      { type: 'statementSubmitted', data: { ...data, asker } },
    ]);
  });
  test('that the organisers add is approved at once', () => {
    expect(when(given(submitted(1)), add('more trees'))).toEqual([
      { type: 'statementSubmitted', data: { ...data, prepared: true, asker: null } },
      { type: 'statementApproved', data: { statement: '2' } },
    ]);
  });

  const yes = 'yes';
  test.each([
    { what: 'submitted', before: [], approves: yes, declines: yes, answers: 'opinions.unknown' },
    {
      ...{ what: 'approved', before: [approved('1')] },
      ...{ approves: 'opinions.wrong_state', declines: yes, answers: yes },
    },
    {
      ...{ what: 'declined', before: [approved('1'), declined('1')] },
      ...{ approves: yes, declines: 'opinions.wrong_state', answers: 'opinions.wrong_state' },
    },
    {
      ...{ what: 'withdrawn', before: [approved('1'), withdrawn('1')] },
      ...{ approves: 'opinions.wrong_state', declines: 'opinions.wrong_state' },
      answers: 'opinions.unknown',
    },
  ])('$what: approve $approves, decline $declines, answer $answers', (row) => {
    const state = given(submitted(1), ...row.before);
    const outcome = (command: CommandInput, by = HOST): string => {
      const decided = when(state, command, { by });
      return typeof decided === 'string' ? decided : yes;
    };
    expect(outcome(approve('1'))).toBe(row.approves);
    expect(outcome(decline('1'))).toBe(row.declines);
    expect(outcome(answer('1', 'agree'), PHONE)).toBe(row.answers);
  });
  test.each([approve('9'), decline('9')])('unknown to the hub: $type', (command) => {
    expect(when(given(), command)).toBe('opinions.unknown');
  });
  test('approved after all has no reason of decline any more', () => {
    const state = given(submitted(1), declined('1'));
    expect(state.statements.get('1')).toMatchObject({ state: 'declined', declined: 'unclear' });
    const again = given(submitted(1), declined('1'), approved('1'));
    expect(again.statements.get('1')).toMatchObject({ state: 'approved', declined: null });
  });
});

/** What one phone answers after another to statement 1 of the two there are. */
const answered = (...answers: [voter: string, statement: string, to: Answer | null][]): Done[] =>
  answers.map(([voter, statement, to], index) => ({
    at: 30,
    type: null,
    by: null,
    entries: [
      {
        type: 'statementAnswered',
        data: { voter, statement, counter: index + 1, answer: to },
      },
    ],
  }));

describe('answers', () => {
  const both = [submitted(1), approved('1'), submitted(2), approved('2')];
  test.each<[string, Parameters<typeof answered>, object, object]>([
    ['count', [['a', '1', 'agree']], { agree: 1, disagree: 0, pass: 0 }, { '1': 'agree' }],
    [
      'of one device count once, the last one',
      [
        ['a', '1', 'agree'],
        ['a', '1', 'agree'],
        ['a', '1', 'disagree'],
      ],
      { agree: 0, disagree: 1, pass: 0 },
      { '1': 'disagree' },
    ],
    [
      'can be taken back',
      [
        ['a', '1', 'pass'],
        ['b', '1', 'pass'],
        ['a', '1', null],
        ['a', '1', null],
      ],
      { agree: 0, disagree: 0, pass: 1 },
      {},
    ],
    [
      'to different statements do not touch each other',
      [
        ['a', '2', 'agree'],
        ['a', '1', 'pass'],
        ['a', '2', null],
      ],
      { agree: 0, disagree: 0, pass: 1 },
      { '1': 'pass' },
    ],
  ])('%s', (_, answers, tally, own) => {
    const state = given(...both, ...answered(...answers));
    expect(state.statementTallies.get('1')).toEqual(tally);
    expect(state.statementAnswers.get('a')).toEqual(own);
  });

  test('outlive that the statement is declined', () => {
    const state = given(...both, ...answered(['a', '1', 'agree']), declined('1'));
    expect(state.statementTallies.get('1')).toMatchObject({ agree: 1 });
  });

  test('are recorded under the pseudonym of the voter alone', async () => {
    const room = await roomWithForum();
    const phone = room.enter('audience', 'phone-1');
    await room.enter('moderator').does(add('more trees'));
    await phone.does(answer('1', 'agree'));
    const [entry] = room.journal.entries(room.journal.size, 1);
    expect(entry).toEqual({
      ...{ v: 1, forum: 'f1', seq: 4, first: 4, at: entry?.at, actor: null, command: null },
      type: 'statementAnswered',
      data: { statement: '1', answer: 'agree', counter: 1, voter: phone.session.voter },
    });
    expect(phone.session.voter).not.toBe(phone.session.asker);
  });
});

describe('who sees what', () => {
  const collection = (room: TestRoom, role: 'audience' | 'moderator', name: string): unknown => {
    const feed = room.seat.room.feed(role);
    feed.flush();
    return feed.snapshot().collections[name];
  };
  async function withStatements(): Promise<{ room: TestRoom; phone: Guest; desk: Guest }> {
    const room = await roomWithForum();
    const phone = room.enter('audience', 'phone-1');
    const desk = room.enter('moderator');
    await phone.does(submit('one'));
    await desk.does(add('two'));
    return { room, phone, desk };
  }

  test('phones: what is approved; the desk: what there is', async () => {
    const { room, desk } = await withStatements();
    expect(collection(room, 'audience', 'statements')).toEqual({ '2': { number: 2, text: 'two' } });
    expect(collection(room, 'moderator', 'statementDesk')).toMatchObject({
      '1': { number: 1, text: 'one', state: 'submitted', prepared: false },
      '2': { number: 2, text: 'two', state: 'approved', prepared: true },
    });
    await desk.does(approve('1'));
    await desk.does(decline('2'));
    expect(collection(room, 'audience', 'statements')).toEqual({ '1': { number: 1, text: 'one' } });
  });

  test('phones hold the newest 200', async () => {
    const { room, desk } = await withStatements();
    for (let number = 3; number <= 205; number += 1) {
      await desk.does(add(`statement ${number}`));
      if (number % 50 === 0) room.pass(10);
    }
    const held = Object.keys(collection(room, 'audience', 'statements') as object).map(Number);
    expect(held.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i + 6));
  });

  test('desks: tallies, of declined statements too', async () => {
    const { room, phone, desk } = await withStatements();
    await phone.does(answer('2', 'pass'));
    await desk.does(decline('2'));
    expect(collection(room, 'moderator', 'tallies')).toEqual({
      '2': { agree: 0, disagree: 0, pass: 1 },
    });
  });

  test('the big screen: the most answered first, and how many took part', async () => {
    const { room, phone, desk } = await withStatements();
    await desk.does(approve('1'));
    for (let number = 3; number <= 22; number += 1) await desk.does(add(`statement ${number}`));
    await phone.does(answer('9', 'agree'));
    await phone.does(answer('7', 'disagree'));
    await room.enter('audience', 'phone-2').does(answer('9', 'pass'));
    const opinions = () => {
      const feed = room.seat.room.feed('display');
      feed.flush();
      return feed.snapshot().documents['opinions'];
    };
    expect(opinions()).toMatchObject({ total: 22, answers: 3, people: 2 });
    const { statements } = opinions() as { statements: { number: number; tally: unknown }[] };
    expect(statements.map(({ number }) => number)).toEqual([
      ...[9, 7],
      ...[1, 2, 3, 4, 5, 6, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
    ]);
    expect(statements[0]?.tally).toEqual({ agree: 1, disagree: 0, pass: 1 });
    await desk.does(decline('9'));
    await phone.does(answer('7', null));
    expect(opinions()).toMatchObject({ total: 21, answers: 2, people: 2 });
    await room.enter('audience', 'phone-2').press(answer('9', null));
    expect(opinions(), 'answers to what was declined stand').toMatchObject({ answers: 2 });
  });

  test('its asker: what became of it', async () => {
    const { room, phone, desk } = await withStatements();
    const own = { id: '1', number: 1, text: 'one' };
    await desk.does(decline('1'));
    expect(phone.events('mine').at(-1)).toEqual({
      statements: [{ ...own, state: 'declined', declined: 'abusive' }],
    });
    await phone.does(answer('2', 'agree'));
    expect(room.enter('audience', 'phone-1').events('hello')[0]?.mine).toEqual({
      admission: { by: 'link', seat: '' },
      questions: [],
      supports: [],
      statements: [{ ...own, state: 'declined', declined: 'abusive' }],
      answers: { '2': 'agree' },
      ratings: {},
      ballots: {},
      votes: 2,
    });
  });

  test('whoever sends it: what was made, however often the id comes', async () => {
    const { room } = await withStatements();
    for (const role of ['audience', 'kiosk', 'moderator'] as const) {
      const { session } = room.enter(role, 'new');
      const command = role === 'moderator' ? add('three') : submit('three');
      const send = () => session.command({ id: ['page', 1], command });
      const ack = await send();
      const state = role === 'moderator' ? 'approved' : 'submitted';
      expect(ack).toMatchObject({ ok: true, statement: { text: 'three', state } });
      expect(await send()).toEqual(ack);
    }
    expect(room.seat.engine.state.statements.size).toBe(5);
  });
});

test('taking back what was added leaves its number taken, and nobody sees it', async () => {
  const room = await roomWithForum();
  const desk = room.enter('moderator');
  const { entry } = await desk.does(add('one'));
  if (entry === undefined) throw new Error('adding cannot be undone');
  await desk.does({ type: 'undo', entry });
  expect((await desk.does(add('two'))).statement).toMatchObject({ id: '2', number: 2 });
  const feed = room.seat.room.feed('moderator');
  feed.flush();
  expect(Object.keys(feed.snapshot().collections['statementDesk'] ?? {})).toEqual(['2']);
  expect(Object.keys(feed.snapshot().collections['tallies'] ?? {})).toEqual(['2']);
});
