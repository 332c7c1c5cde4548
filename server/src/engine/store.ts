/**
 * The head state as tables whose changes are recorded. The record of a batch is its rollback if the
 * commit fails and the source of the patches if it succeeds; the record of a command is what undo
 * restores. Rows are immutable and replaced whole, so a record costs what changed, never what exists; but where the
 * order of rows is shown, a batch that removes one notes the order.
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

/** What the rows that a command touches were before it, while that is wanted. */
export class Trace {
  #isOn = false;
  #before = new Map<string, Map<string, unknown>>();
  /** Name of a table → which of those it follows. */
  readonly #places = new Map<string, number>();

  get isOn(): boolean {
    return this.#isOn;
  }
  follow(table: string): void {
    this.#places.set(table, this.#places.size);
  }
  start(): void {
    this.end();
    this.#isOn = true;
  }
  /** Only what a row was first is kept; undefined: there was none. */
  note(table: string, key: string, before: unknown): void {
    const rows = this.#before.get(table);
    if (!rows) this.#before.set(table, new Map([[key, before]]));
    else if (!rows.has(key)) rows.set(key, before);
  }
  /** Name of each table that was touched and its rows, in the order of the tables, whatever was touched first. */
  end(): [table: string, rows: ReadonlyMap<string, unknown>][] {
    this.#isOn = false;
    const touched = [...this.#before];
    if (touched.length > 0) this.#before = new Map();
    const place = (table: string): number => this.#places.get(table) ?? 0;
    return touched.sort(([a], [b]) => place(a) - place(b));
  }
}

/** Rows to look at. */
export interface Rows<Row> {
  get(key: string): Row | undefined;
}

/** `isGone`: there is no row under `key` any more, or will be none in a moment. */
type Watcher = (key: string, isGone: boolean) => void;

const UNCHANGED: ReadonlyMap<string, unknown> = new Map();

export class Table<Row> implements Rows<Row> {
  readonly name: string;
  /** The rows without what is still being written: for what somebody asks to see while a commit is under way. */
  readonly atRest: Rows<Row> = { get: (key) => this.settled(key) };
  #rows = new Map<string, Row>();
  readonly #isOrdered: boolean;
  /** Null until it is settled for the first time: what it begins with is not recorded. */
  #before: Map<string, Row | undefined> | null = null;
  /** The keys as they stood when the batch first removed one: views show rows in the order in which they came. */
  #order: readonly string[] | null = null;
  #trace: Trace | null = null;
  readonly #watchers: Watcher[] = [];

  /** `ordered`: false if nobody sees in which order the rows came. */
  constructor(name: string, { ordered = true } = {}) {
    this.name = name;
    this.#isOrdered = ordered;
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }
  /** The row without what is still being written. */
  settled(key: string): Row | undefined {
    return this.#before?.has(key) ? this.#before.get(key) : this.get(key);
  }
  get size(): number {
    return this.#rows.size;
  }
  entries(): IterableIterator<[string, Row]> {
    return this.#rows.entries();
  }
  /** Notes in `trace` what is touched while it is on. */
  traceIn(trace: Trace): void {
    this.#trace = trace;
    trace.follow(this.name);
  }
  /** Calls `touched` with every key whose row may have changed, also when a batch is taken back. */
  watch(touched: Watcher): void {
    this.#watchers.push(touched);
  }
  put(key: string, row: Row): void {
    this.#record(key, false);
    this.#rows.set(key, row);
  }
  remove(key: string): void {
    if (this.#isOrdered && this.#before && this.#rows.has(key))
      this.#order ??= [...this.#rows.keys()];
    this.#record(key, true);
    this.#rows.delete(key);
  }

  #record(key: string, isGone: boolean): void {
    if (this.#before && !this.#before.has(key)) this.#before.set(key, this.get(key));
    if (this.#trace?.isOn) this.#trace.note(this.name, key, this.get(key));
    for (const touched of this.#watchers) touched(key, isGone);
  }
  /** Forgets the record of the batch and answers it. */
  settle(): ReadonlyMap<string, unknown> {
    const changed = this.#before;
    if (changed?.size === 0) return UNCHANGED;
    this.#before = new Map();
    this.#order = null;
    return changed ?? UNCHANGED;
  }
  rollback(): void {
    const changed: ReadonlyMap<string, Row | undefined> = this.#before ?? new Map();
    for (const [key, row] of changed) {
      if (row === undefined) this.#rows.delete(key);
      else this.#rows.set(key, row);
    }
    if (this.#order) this.#rows = inOrder(this.#rows, this.#order);
    this.#before = new Map();
    this.#order = null;
    for (const [key, row] of changed)
      for (const touched of this.#watchers) touched(key, row === undefined);
  }
  /** Takes in the rows of a snapshot, with no record of it. */
  load(rows: Iterable<readonly [string, unknown]>): void {
    for (const [key, row] of rows) {
      this.#rows.set(key, row as Row);
      for (const touched of this.#watchers) touched(key, false);
    }
  }
}

/** `rows` as `order` names them. It may name more: what its batch had put before it removed something. */
function inOrder<Row>(rows: ReadonlyMap<string, Row>, order: readonly string[]): Map<string, Row> {
  const ordered = new Map<string, Row>();
  for (const key of order) {
    const row = rows.get(key);
    if (row !== undefined) ordered.set(key, row);
  }
  return ordered;
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
