/**
 * What was voted, at any moment of the fold, without counting it all anew: it is told which rows may have
 * changed and looks at those when it is asked.
 */
import { Ranking } from '../../engine/ranking';
import type { Table } from '../../engine/store';
import { Touched } from '../../engine/touched';
import { answersIn, type opinionTables } from '../opinions';
import type { floorTables } from '../floor';
import { isPublic, type questionTables } from '../questions';
import { ratedTotals, type ratingTables } from '../ratings';
import type { VotesRow } from './state';

type Tables = Pick<ReturnType<typeof questionTables>, 'counts' | 'hallCounts' | 'questions'> &
  Pick<ReturnType<typeof opinionTables>, 'statementTallies'> &
  Pick<ReturnType<typeof floorTables>, 'exchanges'> &
  Pick<ReturnType<typeof ratingTables>, 'rating' | 'ratingTallies'>;
interface Supported {
  readonly id: string;
  readonly number: number;
  readonly support: number;
  /** It is public and somebody supports it. */
  readonly ranked: boolean;
}
const bySupport = (a: Supported, b: Supported): number =>
  b.support - a.support || a.number - b.number;
/** How many of the most supported questions are told. */
const MOST_SUPPORTED = 10;

export class VotesCount {
  readonly #tables: Tables;
  readonly #supports: Sum<number>;
  readonly #inHall: Sum<number>;
  readonly #answers: Sum<Parameters<typeof answersIn>[0]>;
  /** Public questions that somebody supports. */
  readonly #supported = new Ranking(bySupport, { shown: MOST_SUPPORTED, moved: null });
  readonly #touched: Touched;

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#touched = new Touched(tables.questions, tables.counts);
    this.#supports = new Sum(tables.counts, (count) => count);
    this.#inHall = new Sum(tables.hallCounts, (count) => count);
    this.#answers = new Sum(tables.statementTallies, answersIn);
  }

  /** The votes that stand now. */
  now(): VotesRow {
    this.#rankTouched();
    return {
      supports: this.#supports.total(),
      supportsInHall: this.#inHall.total(),
      answers: this.#answers.total(),
      rated: ratedTotals(this.#tables),
      mostSupported: this.#supported
        .shown()
        .map((question) => ({ question, support: this.#tables.counts.get(question) ?? 0 })),
    };
  }

  #rankTouched(): void {
    const places = Array.from(this.#touched.take(), (id) => this.#placeOf(id));
    if (this.#supported.size > 0)
      for (const place of places) this.#supported.set(place, place.ranked);
    else this.#supported.fill(places.filter(({ ranked }) => ranked));
  }

  #placeOf(id: string): Supported {
    const { questions, counts } = this.#tables;
    const row = questions.get(id);
    const support = counts.get(id) ?? 0;
    const ranked = row !== undefined && isPublic(row) && support > 0;
    return { id, number: row?.number ?? 0, support, ranked };
  }
}

/** The sum over the rows of a table. */
class Sum<Row> {
  readonly #table: Table<Row>;
  readonly #valueOf: (row: Row) => number;
  readonly #added = new Map<string, number>();
  readonly #touched: Touched;
  #total = 0;

  constructor(table: Table<Row>, valueOf: (row: Row) => number) {
    this.#table = table;
    this.#valueOf = valueOf;
    this.#touched = new Touched(table);
  }

  total(): number {
    for (const key of this.#touched.take()) {
      const row = this.#table.get(key);
      const value = row === undefined ? 0 : this.#valueOf(row);
      this.#total += value - (this.#added.get(key) ?? 0);
      this.#added.set(key, value);
    }
    return this.#total;
  }
}
