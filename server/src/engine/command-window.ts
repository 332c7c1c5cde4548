/**
 * One effect for each command id, for ever, in bounded memory: the highest counter of an instance and
 * the counters below it that have not been seen, 64 at most. It is folded from the journal, so it
 * holds after a restart.
 */
export interface CounterWindow {
  readonly high: number;
  /** Counters below `high` not seen yet, rising. */
  readonly missing: readonly number[];
}
export interface CommandWindow extends CounterWindow {
  /** What recent commands were answered. */
  readonly answers: readonly RememberedAnswer[];
}

/** Counter, entry that undo names, question, statement, number at the microphone. */
type RememberedAnswer = readonly [
  number,
  number | null,
  string | null,
  string | null,
  number | null,
];

/** What an accepted command is answered beside that. */
export interface Answered {
  readonly entry: number | null;
  readonly question: string | null;
  readonly statement: string | null;
  readonly micNumber: number | null;
}
export const NOTHING_MADE: Answered = {
  entry: null,
  question: null,
  statement: null,
  micNumber: null,
};

export const WINDOW = 64;
export const EMPTY_WINDOW: CommandWindow = { high: 0, missing: [], answers: [] };

export type Sighting = 'new' | 'seen' | 'stale';

export function sight(window: CounterWindow, counter: number): Sighting {
  if (counter > window.high || window.missing.includes(counter)) return 'new';
  return counter > window.high - WINDOW ? 'seen' : 'stale';
}

/** The window after `counter`, which must be new. */
export function mark({ high, missing }: CounterWindow, counter: number): CounterWindow {
  if (counter <= high) return { high, missing: missing.filter((each) => each !== counter) };
  if (counter === high + 1 && missing.length === 0) return { high: counter, missing };
  const gaps = [...missing];
  for (let gap = Math.max(high + 1, counter - WINDOW); gap < counter; gap += 1) gaps.push(gap);
  return { high: counter, missing: gaps.filter((gap) => gap > counter - WINDOW) };
}

/**
 * A window as it is kept for each voter: its highest counter alone while none below is missing, as is the rule. A
 * million votes would make as many objects, each of which lives until its voter's next vote.
 */
export type VoteWindow = number | CounterWindow;

export const voteWindow = (kept: VoteWindow | undefined): CounterWindow =>
  typeof kept === 'number' ? { high: kept, missing: [] } : (kept ?? EMPTY_WINDOW);

/** {@link mark} for what is kept for a voter. */
export function markVote(kept: VoteWindow = 0, counter: number): VoteWindow {
  if (typeof kept === 'number' && counter === kept + 1) return counter;
  const window = mark(voteWindow(kept), counter);
  return window.missing.length === 0 ? window.high : window;
}

/** The same for a command, and what it was answered. */
export const remember = (
  window: CommandWindow,
  counter: number,
  { entry, question, statement, micNumber }: Answered,
): CommandWindow => ({
  ...mark(window, counter),
  answers: [...window.answers, [counter, entry, question, statement, micNumber] as const].slice(
    -WINDOW,
  ),
});

/** Null for a command that was not remembered: a vote. */
export function recall(window: CommandWindow, counter: number): Answered | null {
  const found = window.answers.find(([each]) => each === counter);
  if (!found) return null;
  const [, entry, question, statement, micNumber] = found;
  return { entry, question, statement, micNumber };
}
