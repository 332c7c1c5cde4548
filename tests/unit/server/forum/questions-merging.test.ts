/** Questions that ask the same: merged, separated, counted once for each device, and followed by who asked. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { ForumState } from '@wenzheng/server/src/engine/state';
import { supportedIn } from '@wenzheng/server/src/forum/questions/index';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asked,
  decision,
  done,
  given,
  itemStarted,
  moment,
  PHONE,
  pickedAt,
  queued,
  when,
  DUE,
  type Done,
} from '../../../support/given';
import { AdmissionCodes } from '@wenzheng/server/src/forum/admission/index';
import { KEY, roomWithForum, type Guest, type TestRoom } from '../../../support/room';

const merge = (question: string, into: string): CommandInput => ({
  type: 'mergeQuestion',
  question,
  into,
});
const separate = (question: string): CommandInput => ({ type: 'separateQuestion', question });
const merged = (at: number, question: string, into: string): Done =>
  done(at, 'mergeQuestion', {
    type: 'questionMerged',
    data: { question, into, since: moment(at) },
  });
const separated = (at: number, question: string): Done =>
  done(at, 'separateQuestion', { type: 'questionSeparated', data: { question } });
const supported = (
  voter: string,
  question: string,
  on = true,
  where: { hall?: true; stream?: string } = {},
): Done => ({
  ...{ at: 20, type: null, by: null },
  entries: [{ type: 'questionSupported', data: { question, voter, counter: 1, on, ...where } }],
});
const submitted = (number: number): Done => ({
  ...{ at: number, type: 'askQuestion', by: PHONE },
  entries: [asked(number)],
});
const declined = (at: number, question: string): Done =>
  done(at, 'declineQuestion', {
    type: 'questionDeclined',
    data: { question, reason: 'abusive', note: null },
  });
const answered = (question: string): Done[] => [
  pickedAt(30, question),
  done(40, 'answerQuestion', { type: 'questionAnswered', data: { question, notes: null } }),
];

describe('merging', () => {
  const entry = [
    { type: 'questionMerged', data: { question: '1', into: '2', since: moment(100) } },
  ];
  test.each<[string, Done[], CommandInput, unknown]>([
    ['joins two of the queue', queued(1, 2), merge('1', '2'), entry],
    ['joins what nobody has looked at', [submitted(1), submitted(2)], merge('1', '2'), entry],
    [
      'joins one to the question on the floor',
      [...queued(1, 2), pickedAt(9, '2')],
      merge('1', '2'),
      entry,
    ],
    [
      'joins one to an answered question',
      [...queued(1, 2), ...answered('2')],
      merge('1', '2'),
      entry,
    ],
    [
      'never moves the question on the floor',
      [...queued(1, 2), pickedAt(9, '1')],
      merge('1', '2'),
      'questions.wrong_state',
    ],
    [
      'never moves what was answered',
      [...queued(1, 2), ...answered('1')],
      merge('1', '2'),
      'questions.wrong_state',
    ],
    ['needs another question', queued(1), merge('1', '1'), 'questions.wrong_state'],
    ['needs a question that there is', queued(1), merge('1', '7'), 'questions.unknown'],
    ['needs a question to merge', queued(1), merge('7', '1'), 'questions.unknown'],
    [
      'goes into nothing that was turned away',
      [...queued(1, 2), declined(9, '2')],
      merge('1', '2'),
      'questions.wrong_state',
    ],
    [
      'goes into nothing that is merged itself',
      [...queued(1, 2, 3), merged(9, '2', '3')],
      merge('1', '2'),
      'questions.wrong_state',
    ],
    [
      'makes no circle',
      [...queued(1, 2), merged(9, '1', '2')],
      merge('2', '1'),
      'questions.wrong_state',
    ],
    [
      'is done once',
      [...queued(1, 2, 3), merged(9, '1', '2')],
      merge('1', '3'),
      'questions.wrong_state',
    ],
    [
      'takes what was merged with it',
      [...queued(1, 2, 3), merged(9, '3', '1')],
      merge('1', '2'),
      entry,
    ],
    [
      'is over once the forum is',
      [...queued(1, 2), done(50, 'closeForum', { type: 'forumClosed', data: {} })],
      merge('1', '2'),
      'forum.closed',
    ],
  ])('%s', (_, before, command, outcome) => {
    expect(when(given(...before), command)).toEqual(outcome);
  });

  test.each<[string, Done[], unknown]>([
    [
      'takes one out',
      [...queued(1, 2), merged(9, '1', '2')],
      [{ type: 'questionSeparated', data: { question: '1' } }],
    ],
    ['needs one that is merged', queued(1, 2), 'questions.wrong_state'],
    ['needs one that there is', [], 'questions.unknown'],
  ])('separating %s', (_, before, outcome) => {
    expect(when(given(...before), separate('1'))).toEqual(outcome);
  });

  test('leaves words, code and asker with each, and brings a separated one back to its place', () => {
    const before = given(...queued(1, 2)).questions.get('1');
    const there = given(...queued(1, 2), merged(9, '1', '2'));
    expect(there.questions.get('1')).toEqual({
      ...before,
      state: 'merged',
      mergedInto: '2',
      history: [...(before?.history ?? []), { state: 'merged', at: moment(9) }],
    });
    const back = given(...queued(1, 2), merged(9, '1', '2'), separated(12, '1'));
    expect(back.questions.get('1')).toEqual(before);
    expect(back.mergedFrom.size).toBe(0);
  });
  test('a question that joined the queue unseen is not put before a desk while it is merged', () => {
    const joined: Done = {
      ...submitted(1),
      entries: [asked(1), { type: 'questionQueued', data: { question: '1', reviewToCome: true } }],
    };
    const back = given(joined, submitted(2), merged(9, '1', '2'), separated(12, '1'));
    expect(back.questions.get('1')?.reviewToCome).toBe(true);
  });
});

const countOf = (state: ForumState, question: string): number => state.counts.get(question) ?? 0;
const inHallOf = (state: ForumState, question: string): number =>
  state.hallCounts.get(question) ?? 0;

describe('support', () => {
  const two = [...queued(1, 2), supported('a', '1'), supported('b', '1'), supported('b', '2')];
  test('of merged questions counts each device once, and each its own again when they part', () => {
    const together = given(...two, merged(30, '1', '2'));
    expect([countOf(together, '1'), countOf(together, '2')]).toEqual([0, 2]);
    const apart = given(...two, merged(30, '1', '2'), separated(31, '1'));
    expect([countOf(apart, '1'), countOf(apart, '2')]).toEqual([2, 1]);
  });
  test('for a merged question counts for the one that it went into, and stays its own', () => {
    const meanwhile = [...two, merged(30, '1', '2'), supported('c', '1'), supported('d', '2')];
    expect(countOf(given(...meanwhile), '2')).toBe(4);
    const apart = given(...meanwhile, separated(31, '1'));
    expect([countOf(apart, '1'), countOf(apart, '2')]).toEqual([3, 2]);
  });
  test('taken back is taken back from all that counts as one', () => {
    const state = given(...two, merged(30, '1', '2'), supported('b', '2', false));
    expect(countOf(state, '2')).toBe(1);
    expect(supportedIn(state.supports.get('b'))).toEqual([]);
  });
  test.each<[string, Done[], unknown]>([
    ['a merged question that all had seen', [...queued(1, 2), merged(9, '1', '2')], 1],
    [
      'no merged question that nobody had seen',
      [submitted(1), ...queued(2), merged(9, '1', '2')],
      'questions.unknown',
    ],
    [
      'none while the one that it went into is hidden',
      [...queued(1), submitted(2), merged(9, '1', '2')],
      'questions.unknown',
    ],
    [
      'none once that has ended',
      [...queued(1, 2), merged(9, '1', '2'), ...answered('2')],
      'questions.wrong_state',
    ],
  ])('is for %s', (_, before, outcome) => {
    const support: CommandInput = { type: 'supportQuestion', question: '1', on: true };
    const answer = decision(given(...before), support, { by: PHONE });
    expect(answer.ok ? answer.entries.length : answer.code).toBe(outcome);
  });
});

describe('support in the hall', () => {
  const hall = { hall: true } as const;
  const both = (state: ForumState) =>
    ['1', '2'].map((id) => [countOf(state, id), inHallOf(state, id)]);
  const two = [
    ...queued(1, 2),
    supported('a', '1', true, hall),
    supported('b', '1', true, hall),
    supported('b', '2', true, hall),
    supported('c', '2'),
  ];
  test.each<[string, Done[], unknown]>([
    [
      'counts each device once',
      [merged(30, '1', '2')],
      [
        [0, 0],
        [3, 2],
      ],
    ],
    [
      'is each question’s own again when they part',
      [merged(30, '1', '2'), separated(31, '1')],
      [
        [2, 2],
        [2, 1],
      ],
    ],
    [
      'has who comes in while they are merged',
      [merged(30, '1', '2'), supported('c', '1', true, hall)],
      [
        [0, 0],
        [3, 3],
      ],
    ],
    [
      'has who comes in for both once they part',
      [merged(30, '1', '2'), supported('c', '1', true, hall), separated(31, '1')],
      [
        [3, 3],
        [2, 2],
      ],
    ],
    [
      'loses who goes',
      [merged(30, '1', '2'), supported('b', '2')],
      [
        [0, 0],
        [3, 1],
      ],
    ],
    [
      'has a ticket once for what its phone supported under either name',
      [
        merged(30, '1', '2'),
        supported('ticket', '2', true, hall),
        supported('ticket', '2', true, { ...hall, stream: 'a' }),
        supported('ticket', '2', true, { ...hall, stream: 'c' }),
      ],
      [
        [0, 0],
        [2, 2],
      ],
    ],
    [
      'of a ticket is each question’s own again when they part',
      [
        merged(30, '1', '2'),
        supported('ticket', '2', true, { ...hall, stream: 'a' }),
        separated(31, '1'),
      ],
      [
        [2, 2],
        [3, 2],
      ],
    ],
  ])('%s', (_, meanwhile, expected) => {
    expect(both(given(...two, ...meanwhile))).toEqual(expected);
  });
});

const codes = new AdmissionCodes(KEY);
const QUESTIONS = ['1', '2', '3', '4', '5'];
const VOTERS = ['a', 'b', 'c', 'd'];
const question = fc.constantFrom(...QUESTIONS);
type Move =
  | { readonly kind: 'merge'; readonly question: string; readonly into: string }
  | { readonly kind: 'separate'; readonly question: string }
  | {
      readonly kind: 'vote';
      readonly question: string;
      readonly voter: string;
      readonly on: boolean;
    }
  | { readonly kind: 'arrive'; readonly voter: string; readonly by: 'screen' | 'ticket' };
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant('merge' as const), question, into: question }),
  fc.record({ kind: fc.constant('separate' as const), question }),
  fc.record({
    kind: fc.constant('vote' as const),
    question,
    voter: fc.constantFrom(...VOTERS),
    on: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('arrive' as const),
    voter: fc.constantFrom(...VOTERS),
    by: fc.constantFrom('screen' as const, 'ticket' as const),
  }),
);

/** Sets of devices and arrows between questions, and nothing that counts. */
class Model {
  readonly own = new Map(QUESTIONS.map((id) => [id, new Set<string>()]));
  readonly into = new Map<string, string>();
  readonly arrived = new Set<string>();
  /** Who was in the hall when they last voted. */
  readonly inHall = new Set<string>();

  root(id: string): string {
    const into = this.into.get(id);
    return into === undefined ? id : this.root(into);
  }
  vote(id: string, voter: string, on: boolean): void {
    if (this.arrived.has(voter)) this.inHall.add(voter);
    if (on) this.own.get(id)?.add(voter);
    else
      for (const [each, voters] of this.own)
        if (this.root(each) === this.root(id)) voters.delete(voter);
  }
  inHallOf(voters: ReadonlySet<string>): number {
    return [...voters].filter((voter) => this.inHall.has(voter)).length;
  }
  supporters(id: string): Set<string> {
    if (this.into.has(id)) return new Set();
    return new Set(
      [...this.own].flatMap(([each, voters]) => (this.root(each) === id ? [...voters] : [])),
    );
  }
}

test('whatever is merged and separated while people vote and come in, support is the union of distinct devices', async () => {
  const run = fc.asyncProperty(fc.array(move, { maxLength: 60 }), async (moves) => {
    const { room, moderator, phones } = await hallOfFive();
    const model = new Model();
    for (const each of moves) {
      if (each.kind === 'vote') {
        const on = { type: 'supportQuestion', question: each.question, on: each.on } as const;
        const ack = await phones.get(each.voter)?.press(on);
        expect(ack).toMatchObject({ ok: true });
        model.vote(each.question, each.voter, each.on);
      } else if (each.kind === 'arrive') {
        const ticket = codes.ticketCode(1 + VOTERS.indexOf(each.voter));
        const code = each.by === 'screen' ? codes.hallCode(moment(600)) : ticket;
        await phones.get(each.voter)?.does({ type: 'presentCode', code });
        model.arrived.add(each.voter);
      } else if (each.kind === 'merge') {
        const { ok } = await moderator.press(merge(each.question, each.into));
        const free = ![each.question, each.into].some((id) => model.into.has(id));
        expect(ok).toBe(free && each.question !== each.into);
        if (ok) model.into.set(each.question, each.into);
      } else {
        const { ok } = await moderator.press(separate(each.question));
        expect(ok).toBe(model.into.delete(each.question));
      }
      const { state } = room.seat.engine;
      for (const id of QUESTIONS) {
        const voters = model.supporters(id);
        expect(countOf(state, id)).toBe(voters.size);
        expect(inHallOf(state, id)).toBe(model.inHallOf(voters));
      }
    }
    await parted(room, moderator, model);
    room.pass(60);
  });
  await fc.assert(run, { numRuns: 60 });
});

/** Everything is taken out again, and each question counts what was given to it. */
async function parted(room: TestRoom, moderator: Guest, model: Model): Promise<void> {
  for (const id of [...model.into.keys()]) await moderator.does(separate(id));
  const { state } = room.seat.engine;
  for (const [id, voters] of model.own) {
    expect(countOf(state, id)).toBe(voters.size);
    expect(inHallOf(state, id)).toBe(model.inHallOf(voters));
  }
}

async function hallOfFive() {
  const room = await roomWithForum();
  const [moderator, volunteer] = [room.enter('moderator'), room.enter('volunteer')];
  for (const text of QUESTIONS)
    await volunteer.does({
      ...{ type: 'logQuestion', source: 'mic', serial: null },
      ...{ text, name: null, department: null },
    });
  const phones = new Map(VOTERS.map((name) => [name, room.enter('audience', name)]));
  const tickets = { count: VOTERS.length, seat: 'A', until: null };
  await room.enter('host').does({ type: 'issueTickets', ...tickets });
  room.pass(600);
  return { room, moderator, phones };
}

describe('who asked', () => {
  const askAs = async (phone: Guest, text: string): Promise<void> =>
    void (await phone.does({ type: 'askQuestion', text, name: null, department: null }));
  async function twoAsked() {
    const room = await roomWithForum();
    const [one, other, host] = [
      room.enter('audience', 'one'),
      room.enter('audience', 'other'),
      room.enter('host'),
    ];
    await askAs(one, '3路车太慢');
    await askAs(other, '3路公交等很久');
    await host.does({ type: 'startAgendaItem', item: 'qa', from: null });
    return { room, one, other, host };
  }
  const last = (phone: Guest) => phone.events('mine').at(-1)?.questions?.[0];

  test('is told where the question went, and what becomes of that one', async () => {
    const { one, host } = await twoAsked();
    await host.does(merge('1', '2'));
    expect(last(one)).toMatchObject({
      ...{ number: 1, text: '3路车太慢', state: 'merged' },
      merged: { number: 2, state: 'submitted', text: null },
    });
    await host.does({ type: 'screenQuestion', question: '2', department: 'roads' });
    expect(last(one)).toMatchObject({ merged: { state: 'queued', text: '3路公交等很久' } });
    await host.does({ type: 'pickQuestion', question: '2', from: null });
    await host.does({ type: 'answerQuestion', question: '2', notes: '下月加车' });
    expect(last(one)).toMatchObject({ notes: '下月加车', merged: { state: 'answered' } });
  });
  test('hears a reason, though not what was said to the other', async () => {
    const { one, host } = await twoAsked();
    await host.does(merge('1', '2'));
    await host.does({
      ...{ type: 'declineQuestion', question: '2' },
      reason: 'abusive',
      note: '请勿骂人',
    });
    expect(last(one)).toMatchObject({ declined: 'abusive', declineNote: null });
  });
  test('hears where it was led to', async () => {
    const { one, host } = await twoAsked();
    await host.does({ type: 'screenQuestion', question: '2', department: null });
    await host.does(merge('1', '2'));
    await host.does({ type: 'pickQuestion', question: '2', from: null });
    const deflection = { reason: 'another_authority', department: 'roads', due: DUE } as const;
    await host.does({ type: 'deflectQuestion', question: '2', ...deflection });
    expect(last(one)).toMatchObject({ deflection, merged: { state: 'deflected' } });
  });
  test('is told when it is taken out again', async () => {
    const { one, host } = await twoAsked();
    await host.does(merge('1', '2'));
    await host.does(separate('1'));
    expect(last(one)).toMatchObject({ state: 'submitted', merged: null });
  });
  test('keeps what was supported under another name', async () => {
    const { room, host } = await twoAsked();
    for (const id of ['1', '2'])
      await host.does({ type: 'screenQuestion', question: id, department: null });
    const third = room.enter('audience', 'third');
    await third.does({ type: 'supportQuestion', question: '1', on: true });
    await host.does(merge('1', '2'));
    room.runTimers();
    const listed = room.seat.room.feed('audience').snapshot().collections['questions'];
    expect(listed).toMatchObject({ '2': { with: ['1'] } });
    expect(third.session.mine()?.supports).toEqual(['1']);
    const off = { type: 'supportQuestion', question: '2', on: false } as const;
    expect((await third.does(off)).own?.supports).toEqual([]);
  });
  test('closing states the end of both', () => {
    const state = given(
      ...queued(1, 2),
      merged(9, '1', '2'),
      itemStarted(20, 'qa'),
      done(50, 'closeForum', { type: 'forumClosed', data: {} }),
    );
    expect([state.questions.get('1')?.state, state.questions.get('2')?.state]).toEqual([
      'merged',
      'deferred',
    ]);
  });
});

describe('undo', () => {
  const undoOf = (entry: number | undefined): CommandInput => ({
    type: 'undo',
    entry: entry ?? -1,
  });
  test('of merging keeps the votes that came meanwhile where they belong', async () => {
    const { room, moderator, phones } = await hallOfFive();
    const { entry } = await moderator.does(merge('1', '2'));
    await phones.get('a')?.does({ type: 'supportQuestion', question: '1', on: true });
    await phones.get('b')?.does({ type: 'supportQuestion', question: '2', on: true });
    await moderator.does(undoOf(entry));
    const { state } = room.seat.engine;
    expect([countOf(state, '1'), countOf(state, '2')]).toEqual([1, 1]);
  });
  test('of separating never makes a circle', async () => {
    const { moderator } = await hallOfFive();
    await moderator.does(merge('1', '2'));
    const { entry } = await moderator.does(separate('1'));
    await moderator.does(merge('2', '1'));
    expect(await moderator.press(undoOf(entry))).toMatchObject({
      code: 'undo.superseded',
      by: 'mergeQuestion',
    });
  });
  test('of separating ends once the other was turned away', async () => {
    const { moderator } = await hallOfFive();
    await moderator.does(merge('1', '2'));
    const { entry } = await moderator.does(separate('1'));
    await moderator.does({
      ...{ type: 'declineQuestion', question: '2' },
      reason: 'abusive',
      note: null,
    });
    expect(await moderator.press(undoOf(entry))).toMatchObject({
      code: 'undo.superseded',
      by: 'declineQuestion',
    });
  });
  test('of logging a question ends once another counts for it', async () => {
    const { moderator } = await hallOfFive();
    const { entry } = await moderator.does({
      ...{ type: 'logQuestion', source: 'mic', serial: null },
      ...{ text: '六', name: null, department: null },
    });
    await moderator.does(merge('1', '6'));
    expect(await moderator.press(undoOf(entry))).toMatchObject({
      code: 'undo.superseded',
      by: 'mergeQuestion',
    });
  });
});
