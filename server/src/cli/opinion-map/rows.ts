/** Rows of a CSV or JSON file, and what is under one of several names in them. */
import { parse } from 'csv-parse/sync';
import type { Id } from '../../forum/opinions/map';

export type Row = Readonly<Record<string, unknown>>;

export type FileKind = 'votes' | 'statements' | 'groups';

/** The file is not what it is said to be; `row` is the first wrong one, counted from 1. */
export class NotReadable extends Error {
  override readonly name = 'NotReadable';
  readonly kind: FileKind;
  readonly row: number;

  constructor(kind: FileKind, row: number) {
    super(`row ${row} of the ${kind}`);
    this.kind = kind;
    this.row = row;
  }
}

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/** A CSV file with a line of names, or a JSON list of objects. Errors: NotReadable. */
export function readRows(text: string, kind: FileKind = 'votes'): Row[] {
  const rows = looksLikeJson(text) ? readJson(text, kind) : readCsv(text, kind);
  if (!Array.isArray(rows) || rows.length === 0) throw new NotReadable(kind, 1);
  const wrong = rows.findIndex((row) => !isRow(row));
  if (wrong >= 0) throw new NotReadable(kind, wrong + 1);
  return rows as Row[];
}

export const looksLikeJson = (text: string): boolean => /^\uFEFF?\s*[[{]/.test(text);

export function readJson(text: string, kind: FileKind): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new NotReadable(kind, 1);
  }
}

function readCsv(text: string, kind: FileKind): unknown {
  try {
    return parse(text, { bom: true, columns: true, skip_empty_lines: true });
  } catch (error) {
    const line = isRow(error) && typeof error['lines'] === 'number' ? error['lines'] : 1;
    throw new NotReadable(kind, Math.max(1, line - 1));
  }
}

export const valueIn = (row: Row, names: readonly string[]): unknown =>
  names.map((name) => row[name]).find((value) => value !== undefined && value !== null);

/** The id under one of the names, null if there is none. */
export const idIn = (row: Row, names: readonly string[]): Id | null => toId(valueIn(row, names));

/** Whole numbers are numbers, so that they sort as such. */
export function toId(value: unknown): Id | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value === '') return null;
  return /^\d{1,15}$/.test(value) ? Number(value) : value;
}
