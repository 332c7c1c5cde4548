/** Follows tables for what is reckoned from them: which keys have to be looked at again. */
import type { Table } from './store';

type Keyed = Pick<Table<unknown>, 'entries' | 'watch'>;
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

  /** `others` have their rows under the keys of `table`. */
  constructor(table: Keyed, ...others: readonly Watched[]) {
    this.#table = table;
    this.#others = others;
  }

  add(key: string): void {
    this.#keys?.add(key);
  }
  /** Has all that there are looked at again. */
  addAll(): void {
    if (this.#keys) for (const key of keysOf(this.#table)) this.#keys.add(key);
  }
  /** The keys, each once; they count as looked at. */
  take(): ReadonlySet<string> {
    if (this.#keys === null) return this.#begin();
    if (this.#keys.size === 0) return NONE;
    const keys = this.#keys;
    this.#keys = new Set();
    return keys;
  }

  #begin(): ReadonlySet<string> {
    this.#keys = new Set();
    for (const each of [this.#table, ...this.#others]) each.watch((key) => this.add(key));
    return new Set(keysOf(this.#table));
  }
}

const NONE: ReadonlySet<string> = new Set();
const keysOf = (table: Keyed): readonly string[] => Array.from(table.entries(), ([key]) => key);
