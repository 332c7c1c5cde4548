/**
 * The head state as tables whose changes are recorded. The record of a batch is its rollback if the
 * commit fails and the source of the patches if it succeeds; the record of a command is what undo
 * restores. Rows are immutable and replaced whole, so a record costs what changed, never what exists.
 */
import type { Json } from '@wenzheng/shared/wire/protocol';

/** Name of a table → keys touched → the value before (undefined: there was none). */
export type Changes = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

export interface TracedChange {
  readonly table: string;
  readonly key: string;
  /** Null where there was no row. */
  readonly before: Json | null;
}

export class Table<Row> {
  readonly name: string;
  readonly #rows = new Map<string, Row>();
  #before = new Map<string, Row | undefined>();
  #trace: Map<string, Row | undefined> | null = null;

  constructor(name: string) {
    this.name = name;
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }
  /** The row without what is still being written. */
  settled(key: string): Row | undefined {
    return this.#before.has(key) ? this.#before.get(key) : this.#rows.get(key);
  }
  get size(): number {
    return this.#rows.size;
  }
  entries(): IterableIterator<[string, Row]> {
    return this.#rows.entries();
  }
  put(key: string, row: Row): void {
    this.#record(key);
    this.#rows.set(key, row);
  }
  remove(key: string): void {
    this.#record(key);
    this.#rows.delete(key);
  }

  #record(key: string): void {
    if (!this.#before.has(key)) this.#before.set(key, this.#rows.get(key));
    if (this.#trace && !this.#trace.has(key)) this.#trace.set(key, this.#rows.get(key));
  }

  /** Forgets the record of the batch and answers it. */
  settle(): ReadonlyMap<string, unknown> {
    const changed = this.#before;
    if (changed.size > 0) this.#before = new Map();
    return changed;
  }
  rollback(): void {
    for (const [key, row] of this.#before) {
      if (row === undefined) this.#rows.delete(key);
      else this.#rows.set(key, row);
    }
    this.#before = new Map();
    this.#trace = null;
  }
  startTrace(): void {
    this.#trace = new Map();
  }
  endTrace(): ReadonlyMap<string, Row | undefined> {
    const trace = this.#trace ?? new Map<string, Row | undefined>();
    this.#trace = null;
    return trace;
  }
  load(rows: Iterable<readonly [string, Row]>): void {
    this.#rows.clear();
    for (const [key, row] of rows) this.#rows.set(key, row);
    this.#before = new Map();
  }
}

/** A table of one row. */
export class Cell<Value> {
  readonly table: Table<Value>;
  readonly #initial: Value;

  constructor(name: string, initial: Value) {
    this.table = new Table<Value>(name);
    this.#initial = initial;
  }
  get value(): Value {
    return this.table.get('') ?? this.#initial;
  }
  set(value: Value): void {
    this.table.put('', value);
  }
}
