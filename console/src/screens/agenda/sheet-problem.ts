/** What is wrong with a table, by cell. */
import type { ProblemInSheet, SheetProblem } from '@wenzheng/shared/forum/agenda-sheet';
import { m } from '@wenzheng/shared/paraglide/messages.js';

const TEXTS: Readonly<Record<SheetProblem, () => string>> = {
  not_a_table: m.sheet_problem_not_a_table,
  too_large: m.sheet_problem_too_large,
  no_sheet: m.sheet_problem_no_sheet,
  too_many_rows: m.sheet_problem_too_many_rows,
  other_heading: m.sheet_problem_other_heading,
  formula: m.sheet_problem_formula,
  no_stage: m.sheet_problem_no_stage,
  empty: m.sheet_problem_empty,
  too_long: m.refusal_too_long,
  not_minutes: m.sheet_problem_not_minutes,
  out_of_range: m.sheet_problem_out_of_range,
  item_twice: m.sheet_problem_item_twice,
  no_item: m.sheet_problem_no_item,
  speaker_twice: m.sheet_problem_speaker_twice,
  begun: m.sheet_problem_begun,
  place_begun: m.sheet_problem_place_begun,
  begun_missing: m.sheet_problem_begun_missing,
  too_many_items: m.sheet_problem_too_many_items,
};

/** One sentence; the sheet is named only where it is not the agenda's own. */
export function sheetProblemText({ sheet, cell, problem }: ProblemInSheet): string {
  const text = TEXTS[problem]();
  const place = sheet === 'talks' ? m.sheet_place({ sheet: m.sheet_talks(), cell }).trim() : cell;
  return place === '' ? text : m.sheet_problem_line({ place, problem: text });
}
