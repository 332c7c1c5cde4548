import type { Table } from '../../../engine/store';

/** Voters whose support has changed are looked at so many at a time. */
const AT_ONCE = 256;
/**
 * So many may wait once a start's are taken: in a storm whoever votes again meanwhile is looked at once for all their
 * votes, and if somebody asks then, all who wait take some twenty milliseconds.
 */
const MOST_WAITING = 16_384;

/**
 * Who supports each question by its own name: the supports by voter turned around, kept up as votes come, so that
 * merging two questions reads the supporters of these two and of no other. What a start brings is turned around a
 * little at a time, or when somebody asks before that is done.
 */
export class Supporters {
  readonly #supports: Table<readonly string[]>;
  readonly #voters = new Map<string, Set<string>>();
  /** Voter → supports as they stand in `#voters`. */
  readonly #taken = new Map<string, readonly string[]>();
  readonly #touched = new Set<string>();
  /** What a start brings has been taken. */
  #isKeptUp = false;

  constructor(supports: Table<readonly string[]>, mostWaiting = MOST_WAITING) {
    this.#supports = supports;
    supports.watch((voter) => {
      // Before, as the row is not yet what it will be.
      if (this.#isKeptUp && this.#touched.size >= mostWaiting) this.#take(AT_ONCE);
      this.#touched.add(voter);
    });
  }

  of(question: string): ReadonlySet<string> {
    this.#take(Infinity);
    return this.#voters.get(question) ?? NOBODY;
  }

  /** Takes some of what a start has brought; answers whether more is left. */
  catchUp(): boolean {
    this.#take(AT_ONCE);
    return !this.#isKeptUp;
  }

  #take(most: number): void {
    let left = most;
    for (const voter of this.#touched) {
      if (left-- <= 0) return;
      this.#touched.delete(voter);
      this.#turnAround(voter, this.#supports.get(voter) ?? NOTHING);
    }
    this.#isKeptUp = true;
  }

  #turnAround(voter: string, now: readonly string[]): void {
    const before = this.#taken.get(voter) ?? NOTHING;
    if (before === now) return;
    const { gone, come } = difference(before, now);
    for (const question of gone) this.#voters.get(question)?.delete(voter);
    for (const question of come) {
      const voters = this.#voters.get(question);
      if (voters) voters.add(voter);
      else this.#voters.set(question, new Set([voter]));
    }
    this.#taken.set(voter, now);
  }
}

/** Mostly one question was added at the end, or one left out: what is the same before and after it is skipped. */
function difference(before: readonly string[], now: readonly string[]) {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === now.at(-1 - same)) same += 1;
  const come = now.slice(start, now.length - same);
  const gone = before.slice(start, before.length - same);
  return { gone: gone.filter((each) => !come.includes(each)), come };
}

const NOBODY: ReadonlySet<string> = new Set();
const NOTHING: readonly string[] = [];
