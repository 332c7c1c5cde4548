import type { Table } from '../../../engine/store';

/** Voters whose support has changed are looked at so many at a time. */
const AT_ONCE = 256;

/**
 * Who supports each question by its own name: the supports by voter turned around, kept up as votes come, so that
 * merging two questions reads the supporters of these two and of no other.
 */
export class Supporters {
  readonly #supports: Table<readonly string[]>;
  readonly #voters = new Map<string, Set<string>>();
  /** Voter → supports as they stand in `#voters`. */
  readonly #taken = new Map<string, readonly string[]>();
  readonly #touched = new Set<string>();

  constructor(supports: Table<readonly string[]>) {
    this.#supports = supports;
    supports.watch((voter) => {
      if (this.#touched.size >= AT_ONCE) this.#takeTouched();
      this.#touched.add(voter);
    });
  }

  of(question: string): ReadonlySet<string> {
    this.#takeTouched();
    return this.#voters.get(question) ?? NOBODY;
  }

  #takeTouched(): void {
    for (const voter of this.#touched) this.#take(voter, this.#supports.get(voter) ?? NOTHING);
    this.#touched.clear();
  }

  #take(voter: string, now: readonly string[]): void {
    const before = this.#taken.get(voter) ?? NOTHING;
    if (before === now) return;
    const stays = new Set(now);
    for (const question of before)
      if (!stays.has(question)) this.#voters.get(question)?.delete(voter);
    for (const question of now) {
      const voters = this.#voters.get(question);
      if (voters) voters.add(voter);
      else this.#voters.set(question, new Set([voter]));
    }
    this.#taken.set(voter, now);
  }
}

const NOBODY: ReadonlySet<string> = new Set();
const NOTHING: readonly string[] = [];
