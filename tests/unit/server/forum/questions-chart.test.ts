/** The state chart of a question, walked whole: every command wherever a question can stand, until nothing is new. */
import type { Actor } from '@wenzheng/server/src/journal/entry';
import type { ForumState } from '@wenzheng/server/src/engine/state';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { QUESTION_STATES } from '@wenzheng/shared/forum/questions';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  asked,
  done,
  DUE,
  given,
  HOST,
  itemStarted,
  PHONE,
  seeing,
  when,
  type Done,
} from '../../../support/given';

const VOLUNTEER: Actor = { role: 'volunteer', id: 'volunteer-1' };
const DEFLECTION = { reason: 'already_answered', department: 'water', due: DUE } as const;
const ENDS = ['answered', 'deflected', 'merged', 'withdrawn', 'deferred', 'declined'];

type Move = readonly [CommandInput, Actor];
const byHost = (...commands: CommandInput[]): Move[] => commands.map((command) => [command, HOST]);

/** What people do to `question` on its way to the floor, on it and after it. */
const handle = (question: string, { currentQuestion }: ForumState): Move[] =>
  byHost(
    { type: 'screenQuestion', question, department: null },
    { type: 'declineQuestion', question, reason: 'no_question', note: null },
    { type: 'pickQuestion', question, from: currentQuestion.value },
    { type: 'answerQuestion', question, notes: null },
  );
const close = byHost({ type: 'closeForum' });

/** One from a phone, with all that happens on the floor. */
const onTheFloor = (state: ForumState): Move[] => [
  ...handle('1', state),
  ...byHost(
    { type: 'startAnswer', question: '1', official: 'li' },
    { type: 'completeNotes', question: '1', notes: 'said', commitment: null, from: 0 },
    { type: 'deflectQuestion', question: '1', ...DEFLECTION },
    { type: 'amendDeflection', question: '1', ...DEFLECTION },
    { type: 'startAgendaItem', item: 'closing', from: state.currentItem.value },
  ),
  ...close,
];

/** Two, of which one can be merged into the other. */
const merging = (state: ForumState): Move[] => [
  ...['1', '2'].flatMap((question) => handle(question, state)),
  ...byHost(
    { type: 'mergeQuestion', question: '1', into: '2' },
    { type: 'mergeQuestion', question: '2', into: '1' },
    { type: 'separateQuestion', question: '1' },
    { type: 'separateQuestion', question: '2' },
    { type: 'completeNotes', question: '1', notes: 'said', commitment: null, from: 0 },
    { type: 'completeNotes', question: '2', notes: 'said', commitment: null, from: 0 },
  ),
  ...close,
];

/** One off a slip, whose entry can be taken back. */
const offASlip = (state: ForumState): Move[] => [
  [{ type: 'enterSlip', serial: 'A-0001', box: null, late: false, ...WORDS_OF_SLIP }, VOLUNTEER],
  [{ type: 'withdrawEntry', serial: 'A-0001', question: '1', reason: 'wrong_serial' }, VOLUNTEER],
  ...handle('1', state),
  ...byHost({ type: 'voidSlip', serial: 'A-0001', box: null, late: false, reason: 'spoiled' }),
  ...close,
];
const WORDS_OF_SLIP = { text: 'why?', name: null, further: false } as const;
const byPhone = (number: number): Done => ({
  ...{ at: number, type: 'askQuestion', by: PHONE },
  entries: [asked(number)],
});
const printed = done(1, 'printSlips', {
  type: 'slipsPrinted',
  data: { batch: 'A', first: 1, codes: ['C-1'] },
});

class Walk {
  readonly steps = new Set<string>();
  readonly closed: ForumState[] = [];
  /** Why the forum could not be closed, wherever it could not. */
  readonly refused = new Set<string>();
  readonly #moves: (state: ForumState) => readonly Move[];
  readonly #seen = new Set<string>();

  constructor(start: readonly Done[], moves: (state: ForumState) => readonly Move[]) {
    this.#moves = moves;
    for (let paths = [start]; paths.length > 0;) paths = paths.flatMap((path) => this.#from(path));
  }

  /** The ways on from the end of `path`; none if its end is known. */
  #from(path: readonly Done[]): Done[][] {
    const state = given(...path);
    this.#note(state);
    const point = pointOf(state);
    if (this.#seen.has(point)) return [];
    this.#seen.add(point);
    if (isClosed(state)) this.closed.push(state);
    const at = 10 * (path.length + 1);
    return this.#moves(state).flatMap(([command, by]) => {
      const answer = when(state, seeing(state, command), { by, at });
      if (typeof answer !== 'string')
        return [[...path, { at, type: command.type, by, entries: answer }]];
      if (command.type === 'closeForum') this.refused.add(answer);
      return [];
    });
  }

  #note({ questions }: ForumState): void {
    for (const [, { history }] of questions.entries())
      history.forEach(({ state }, index) =>
        this.steps.add(`${history[index - 1]?.state ?? 'nothing'} → ${state}`),
      );
  }
}

const isClosed = ({ forum }: ForumState): boolean => (forum.value?.closedAt ?? null) !== null;

/** What tells two ends of paths apart. */
function pointOf(state: ForumState): string {
  const { questions, currentItem, currentQuestion, floor } = state;
  const rows = [...questions.entries()].map(([, row]) => [
    ...[row.state, row.mergedInto, row.notes !== null, row.official !== null],
  ]);
  const phase = floor.value?.phase ?? null;
  return JSON.stringify([rows, currentItem.value, currentQuestion.value, phase, isClosed(state)]);
}

/** Every way from one state to the next that there is. */
const CHART = [
  'nothing → submitted',
  ...['screened', 'merged', 'declined', 'withdrawn', 'deferred'].map((to) => `submitted → ${to}`),
  'screened → queued',
  ...['on_floor', 'merged', 'declined', 'withdrawn', 'deferred'].map((to) => `queued → ${to}`),
  ...['answered', 'deflected'].map((to) => `on_floor → ${to}`),
  // Only the entry of a slip is taken back after that.
  'declined → withdrawn',
];

describe('the state chart of a question', () => {
  let walks: Walk[];
  beforeAll(() => {
    const qa = itemStarted(1, 'qa');
    walks = [
      new Walk([qa, byPhone(1)], onTheFloor),
      new Walk([qa, byPhone(1), byPhone(2)], merging),
      new Walk([qa, printed], offASlip),
    ];
  }, 60_000);

  test('has these steps and no others', () => {
    const steps = new Set(walks.flatMap((walk) => [...walk.steps]));
    expect([...steps].sort()).toEqual([...CHART].sort());
    expect(
      QUESTION_STATES.filter((state) => ![...steps].some((step) => step.endsWith(` ${state}`))),
    ).toEqual([]);
  });

  test('leaves none open in a closed forum, and none without the reason that its asker reads', () => {
    const ended = walks.flatMap(({ closed }) =>
      closed.flatMap(({ questions }) =>
        [...questions.entries()].map(([, row]) => [row, questions] as const),
      ),
    );
    expect(ended.length).toBeGreaterThan(20);
    for (const [row, questions] of ended) {
      expect(ENDS).toContain(row.state);
      if (row.state === 'merged')
        expect(ENDS).toContain(questions.get(row.mergedInto ?? '')?.state);
      if (row.state === 'declined') expect(row.declined?.reason).toBe('no_question');
      if (row.state === 'deflected') expect(row.deflection).toEqual(DEFLECTION);
      if (row.state === 'answered') expect(row.notes).not.toBeNull();
    }
  });

  test('lets a forum be closed unless what was answered, or what became of a slip, is still to be said', () => {
    const refused = new Set(walks.flatMap((walk) => [...walk.refused]));
    const why = ['followup.notes_to_come', 'followup.slips_open', 'forum.closed'];
    expect([...refused].sort()).toEqual(why);
  });
});
