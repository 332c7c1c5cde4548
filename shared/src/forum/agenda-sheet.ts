/** The agenda out of a table: one command for all of it, and what the hub says of a table that it has read. */
import { z } from 'zod';
import { itemInput, LIST_LIMIT, speakerInput } from './agenda';
import { id } from './words';

const idsDiffer = (rows: readonly { readonly id: string }[]): boolean =>
  new Set(rows.map((row) => row.id)).size === rows.length;

/** Puts the whole agenda in place of what is there, but for what has begun, which has to be as it is. */
export const replaceAgenda = z.strictObject({
  type: z.literal('replaceAgenda'),
  /** Ids of the items that were there when it was made, in order; refused as `agenda.moved` if others are. */
  from: z.array(id).max(LIST_LIMIT, 'too_many'),
  items: z.array(itemInput).max(LIST_LIMIT, 'too_many').refine(idsDiffer, 'twice'),
  /** Those who are added to the list, or have another office by now. */
  speakers: z.array(speakerInput).max(LIST_LIMIT, 'too_many').refine(idsDiffer, 'twice'),
});

export const SHEET_PROBLEMS = [
  'not_a_table', // no XLSX file, or a damaged one
  'too_large',
  'no_sheet', // no sheet called as the hub calls it
  'too_many_rows',
  'other_heading',
  'formula',
  'no_stage',
  'empty',
  'too_long',
  'not_minutes',
  'out_of_range',
  'item_twice',
  'no_item',
  'speaker_twice', // several people are called so, or one has two talks in an item
  'begun', // what has begun stands there otherwise
  'place_begun', // something new stands before what has begun
  'begun_missing',
  'too_many_items',
] as const;
export type SheetProblem = (typeof SHEET_PROBLEMS)[number];

const problem = z.object({
  sheet: z.enum(['agenda', 'talks']).nullable(),
  /** Like `C7`; empty for the file or the sheet as a whole. */
  cell: z.string(),
  problem: z.enum(SHEET_PROBLEMS),
});
export type ProblemInSheet = z.infer<typeof problem>;

/** What came of reading: a command to be sent, or every place that has to be mended before. */
export const readingOfSheet = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), command: replaceAgenda }),
  z.object({ ok: z.literal(false), problems: z.array(problem) }),
]);
export type ReadingOfSheet = z.infer<typeof readingOfSheet>;
