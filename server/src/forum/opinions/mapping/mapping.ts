/** How the hub speaks with whoever reckons its map of opinion: a thread, or in tests the mapper itself. */
import type { Answer } from '@wenzheng/shared/forum/choices';
import type { MapPlaces, MapShape } from '@wenzheng/shared/forum/opinion-map';
import type { MapMemory } from '../map';
import type { OwnAnswers } from '../state';

/** A map that is wanted of all that was told. Statements are columns, people are rows, both from 0. */
export interface MapWish {
  /** Columns of those that everyone sees; the others are not on the map. */
  readonly seen: readonly number[];
  /** What the last map left, for a mapper that begins. */
  readonly before: MapMemory | null;
}

/** A side that many are on. */
export interface FoundStatement {
  readonly column: number;
  readonly side: 'agree' | 'disagree';
  readonly successes: number;
  readonly trials: number;
}

export interface FoundGroup {
  readonly id: number;
  readonly people: number;
  readonly shape: MapShape;
  readonly standsFor: readonly FoundStatement[];
}

export interface FoundMap {
  readonly people: number;
  readonly statements: number;
  readonly stable: boolean;
  readonly othersHidden: boolean;
  readonly shared: readonly FoundStatement[];
  readonly groups: readonly FoundGroup[];
  readonly places: readonly [x: number, y: number, people: number, group: number][];
  readonly where: Omit<MapPlaces, 'statements'> & { readonly columns: readonly number[] };
}

export interface MappingAnswer {
  /** Null while too few have answered. */
  readonly map: FoundMap | null;
  /** Column → how soon it should be shown, 1 to 99; only of statements that everyone sees. */
  readonly priorities: readonly [column: number, priority: number][];
  /** For the mapper that comes after this one. */
  readonly memory: MapMemory;
}

export interface Mapping {
  /** Whole rows, see {@link packRows}. They are the mapper's from now on. */
  tell(rows: Int32Array): void;
  /** Rejects if the mapper is gone; another one has to be told of everyone. */
  map(wish: MapWish): Promise<MappingAnswer>;
  stop(): Promise<void>;
}

const CODES: readonly Answer[] = ['agree', 'disagree', 'pass'];
const CODE: Readonly<Record<Answer, number>> = { agree: 0, disagree: 1, pass: 2 };

/** For each row its number, how many answers it has, and for each of them three times the column and its code. */
export function packRows(
  rows: Iterable<readonly [row: number, answers: OwnAnswers]>,
  columnOf: (statement: string) => number,
): Int32Array {
  const packed: number[] = [];
  for (const [row, answers] of rows) {
    const given = Object.entries(answers);
    packed.push(row, given.length);
    for (const [statement, answer] of given)
      packed.push(columnOf(statement) * CODES.length + CODE[answer]);
  }
  return Int32Array.from(packed);
}

export interface UnpackedRow {
  readonly row: number;
  readonly answers: readonly (readonly [column: number, answer: Answer])[];
}

export function* unpackRows(packed: Int32Array): Generator<UnpackedRow> {
  for (let at = 0; at < packed.length;) {
    const [row = 0, count = 0] = packed.subarray(at, at + 2);
    const given = [...packed.subarray(at + 2, at + 2 + count)];
    const answers = given.map(
      (each) => [Math.floor(each / CODES.length), CODES[each % CODES.length] ?? 'pass'] as const,
    );
    yield { row, answers };
    at += 2 + count;
  }
}
