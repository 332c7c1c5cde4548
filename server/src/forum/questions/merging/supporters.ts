import type { Table } from '../../../engine/store';
import { difference, NOTHING, type Supported } from '../supported';

/** Voters whose support has changed are looked at so many at a time. */
const AT_ONCE = 256;
/**
 * So many may wait once a start's are taken: in a storm whoever votes again meanwhile is looked at once for all their
 * votes, and if somebody asks then, all who wait take some sixty milliseconds.
 */
const MOST_WAITING = 16_384;

/**
 * Who supports each question by its own name: the supports by voter turned around, kept up as votes come, so that
 * merging two questions reads the supporters of these two and of no other. What a start brings is turned around a
 * little at a time, or when somebody asks before that is done.
 */
export class Supporters {
  readonly #supports: Table<Supported>;
  readonly #voters = new Map<string, Set<string>>();
  /** Voter → supports as they stand in `#voters`. */
  readonly #taken = new Map<string, Supported>();
  /** Voters to look at; null until somebody asks for the first time, or a start catches up: all are, then. */
  #touched: Set<string> | null = null;
  /** What a start brings has been taken. */
  #isKeptUp = false;
  readonly #mostWaiting: number;

  constructor(supports: Table<Supported>, mostWaiting = MOST_WAITING) {
    this.#supports = supports;
    this.#mostWaiting = mostWaiting;
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
    const touched = (this.#touched ??= this.#begin());
    let left = most;
    for (const voter of touched) {
      if (left-- <= 0) return;
      touched.delete(voter);
      this.#turnAround(voter, this.#supports.get(voter) ?? NOTHING);
    }
    this.#isKeptUp = true;
  }

  #begin(): Set<string> {
    const touched = new Set(Array.from(this.#supports.entries(), ([voter]) => voter));
    this.#supports.watch((voter) => {
      // Before, as the row is not yet what it will be.
      if (this.#isKeptUp && touched.size >= this.#mostWaiting) this.#take(AT_ONCE);
      touched.add(voter);
    });
    return touched;
  }

  #turnAround(voter: string, now: Supported): void {
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

const NOBODY: ReadonlySet<string> = new Set();
