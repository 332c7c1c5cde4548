/**
 * A table as it was sent, opened with care: it may be anything at all. What it unpacks to is bounded before
 * anything is unpacked, and formulas are refused, because nobody can see in the preview what they stand for.
 */
import type { ProblemInSheet, SheetProblem } from '@wenzheng/shared/forum/agenda-sheet';
import type { Unzipped } from 'fflate';
import { isCalled, NAMES, type SheetName } from './columns';

export type Cell = string | number | boolean | Date | null;
export type Rows = readonly (readonly Cell[])[];
export type Opened =
  | { readonly ok: true; readonly sheets: Readonly<Record<SheetName, Rows>> }
  | { readonly ok: false; readonly problem: ProblemInSheet };

/** An agenda of forty items with forty talks each stays far below (bytes). */
const UNPACKED_LIMIT = 8_000_000;
const FILES_LIMIT = 200;
const ROWS_LIMIT = 2_000;

class TooLarge extends Error {}

const problemOf = (
  problem: SheetProblem,
  sheet: ProblemInSheet['sheet'] = null,
  cell = '',
): Opened => ({ ok: false, problem: { sheet, cell, problem } });

export async function openAgendaSheet(bytes: Uint8Array): Promise<Opened> {
  try {
    const files = await unpack(bytes);
    const { default: read } = await import('read-excel-file/universal');
    const blob = new Blob([new Uint8Array(await repack(files))]);
    const found = await read(blob);
    const named = (name: SheetName) => found.findIndex(({ sheet }) => isCalled(sheet, NAMES[name]));
    const place = { agenda: named('agenda'), talks: named('talks') };
    if (place.agenda < 0) return problemOf('no_sheet');
    const sheets = {
      agenda: rowsOf(found[place.agenda]?.data),
      talks: rowsOf(found[place.talks]?.data),
    };
    for (const name of ['agenda', 'talks'] as const)
      if (sheets[name].length > ROWS_LIMIT) return problemOf('too_many_rows', name);
    const formula = formulaIn(files);
    return formula === null ? { ok: true, sheets } : problemOf('formula', null, formula);
  } catch (error) {
    return problemOf(error instanceof TooLarge ? 'too_large' : 'not_a_table');
  }
}

/** Cells of a kind that nobody can write into such a table are shown as the text they have. */
const rowsOf = (data: readonly (readonly unknown[])[] | undefined): Rows =>
  (data ?? []).map((row) =>
    row.map((cell) =>
      typeof cell === 'string' ||
      typeof cell === 'number' ||
      typeof cell === 'boolean' ||
      cell instanceof Date
        ? cell
        : null,
    ),
  );

/** Sizes are said by the archive itself: whoever lies in them is given no more room than they said. */
async function unpack(bytes: Uint8Array): Promise<Unzipped> {
  const { unzipSync } = await import('fflate');
  let [size, count] = [0, 0];
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      count += 1;
      size += originalSize;
      if (size > UNPACKED_LIMIT || count > FILES_LIMIT) throw new TooLarge();
      return /\.(xml|rels)$/i.test(name);
    },
  });
}

/** What the reader is given is what was looked at, not what lies behind it in the file that was sent. */
async function repack(files: Unzipped): Promise<Uint8Array> {
  const { zipSync } = await import('fflate');
  return zipSync(files, { level: 0 });
}

const FORMULA = /<c\b[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<f[\s>/]/;
/** The first cell with a formula; null for none. */
function formulaIn(files: Unzipped): string | null {
  for (const [name, bytes] of Object.entries(files)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) continue;
    const found = FORMULA.exec(new TextDecoder().decode(bytes));
    if (found) return found[1] ?? '';
  }
  return null;
}
