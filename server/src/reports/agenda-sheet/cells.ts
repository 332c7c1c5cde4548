/** One row of a table, read cell by cell; what is wrong is noted under the name of its cell. */
import { duration, type Duration } from '@wenzheng/shared/time/instant';
import type { ProblemInSheet, SheetProblem } from '@wenzheng/shared/forum/agenda-sheet';
import { cleanWords } from '@wenzheng/shared/forum/people-words';
import type { SheetName } from './columns';
import type { Cell } from './open';

/** The letter of a column, of which there are few. */
const letterOf = (column: number): string => String.fromCharCode(65 + column);
const LONGEST = duration(12 * 3_600_000);
const SHORTEST = duration(10_000);

export class RowCells {
  readonly #row: readonly Cell[];
  readonly #sheet: SheetName;
  readonly #number: number;
  readonly #problems: ProblemInSheet[];

  /** `number` as the table shows it, from 1. */
  constructor(row: readonly Cell[], sheet: SheetName, number: number, problems: ProblemInSheet[]) {
    this.#row = row;
    this.#sheet = sheet;
    this.#number = number;
    this.#problems = problems;
  }

  get isEmpty(): boolean {
    return this.#row.every((_, column) => this.text(column) === '');
  }

  say(column: number, problem: SheetProblem): void {
    this.#problems.push({
      ...{ sheet: this.#sheet, cell: `${letterOf(column)}${this.#number}`, problem },
    });
  }

  /** What stands there, whatever it is; empty for nothing. */
  text(column: number): string {
    const cell = this.#row[column] ?? null;
    if (cell === null || cell instanceof Date) return cell === null ? '' : cell.toISOString();
    return cleanWords(String(cell));
  }

  /** Words of `limit` characters at most; noted and empty if they are not, or must not be empty. */
  words(column: number, limit: number, need: 'needed' | 'optional'): string {
    const text = this.text(column);
    const problem =
      text === '' && need === 'needed' ? 'empty' : [...text].length > limit ? 'too_long' : null;
    if (problem === null) return text;
    this.say(column, problem);
    return '';
  }

  /** A figure, or one in words, in minutes; to the second. */
  minutes(column: number): Duration {
    const text = this.text(column).normalize('NFKC');
    if (!/^\d{1,4}(\.\d+)?$/.test(text)) {
      this.say(column, text === '' ? 'empty' : 'not_minutes');
      return SHORTEST;
    }
    const length = duration(Math.round(Number(text) * 60) * 1_000);
    if (length < SHORTEST || length > LONGEST) this.say(column, 'out_of_range');
    return length;
  }
}
