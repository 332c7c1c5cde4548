/** Follows tables for what is reckoned from them: which keys have to be looked at again. */
import type { Table } from './store';

type Keyed = Pick<Table<unknown>, 'entries' | 'size' | 'watch'>;
type Watched = Pick<Keyed, 'watch'>;

/**
 * Keys whose rows may have changed since this was asked last. Asked for the first time, it answers all that there are;
 * until then it does not look: what a start reads, and what is folded before, costs nothing here.
 */
export class Touched {
  readonly #table: Keyed;
  readonly #others: readonly Watched[];
  /** Null until it is asked for the first time. */
  #keys: Set<string> | null = null;
  /** So many were touched that every row is looked at again; of `#keys` those count whose rows are gone. */
  #isAll = false;

  /** `others` have their rows under the keys of `table`. */
  constructor(table: Keyed, ...others: readonly Watched[]) {
    this.#table = table;
    this.#others = others;
  }

  /** `isGone`: its row is no more there. */
  add(key: string, isGone = false): void {
    if (this.#keys === null || (this.#isAll && !isGone)) return;
    this.#keys.add(key);
    if (this.#keys.size > this.#table.size / 2) this.#isAll = true;
  }
  /** Has all that there are looked at again. */
  addAll(): void {
    this.#isAll = true;
  }
  /** The keys, each once; they count as looked at. */
  take(): ReadonlySet<string> {
    if (this.#keys === null) this.#begin();
    else if (this.#keys.size === 0 && !this.#isAll) return NONE;
    const keys = this.#keys ?? new Set();
    if (this.#isAll) for (const key of keysOf(this.#table)) keys.add(key);
    this.#keys = new Set();
    this.#isAll = false;
    return keys;
  }

  #begin(): void {
    this.#isAll = true;
    for (const each of [this.#table, ...this.#others])
      each.watch((key, isGone) => this.add(key, isGone));
  }
}

const NONE: ReadonlySet<string> = new Set();
const keysOf = (table: Keyed): readonly string[] => Array.from(table.entries(), ([key]) => key);
