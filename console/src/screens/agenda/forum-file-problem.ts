/** What is wrong with a forum's file, in words that lead to the place. */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { refusalText } from '@wenzheng/shared/ui/refusals';
import type { Failed } from '../../hub-api';

const PARTS: Readonly<Record<string, () => string>> = {
  forum: m.file_part_forum,
  speakers: m.setup_speakers,
  departments: m.setup_departments,
  agenda: m.setup_agenda,
  terms: m.setup_terms,
  talks: m.setup_talks,
  rudeWords: m.file_part_rude_words,
};
const PROBLEMS: Readonly<Record<string, () => string>> = {
  missing: m.file_missing,
  unknown_field: m.file_unknown_field,
  wrong_kind: m.file_wrong_kind,
  id_twice: m.file_id_twice,
  unknown_speaker: m.file_unknown_speaker,
};

/** A way like `agenda.2.talks.0.limit` in words: agenda no. 3, talks no. 1, “limit”. */
export function placeInFile(field: string): string {
  const steps = field.split('.').filter((step) => step !== '');
  const words = steps.flatMap((step, index) => {
    if (/^\d+$/.test(step)) return [];
    const list = PARTS[step]?.() ?? m.file_field({ field: step });
    const place = steps[index + 1] ?? '';
    return /^\d+$/.test(place) ? m.file_place_of({ list, number: Number(place) + 1 }) : list;
  });
  return words.join(' · ');
}

const known = (problem: string): string =>
  (PROBLEMS[problem] ?? (() => refusalText({ ok: false, code: 'malformed', problem })))();

/** Why no forum was made from the file `name`. */
export function fileProblem(
  name: string,
  { status, code, field, problem }: Pick<Failed, 'status' | 'code' | 'field' | 'problem'>,
): string {
  if (status === 0) return m.console_unreachable();
  if (code === 'forum_file.another') return m.file_not_json({ name });
  if (code === 'forum_file.newer') return m.file_newer({ name });
  if (code === 'too_large' || status === 413) return m.file_too_large({ name });
  if (code !== 'malformed') return m.setup_forum_failed();
  return m.file_problem({ name, place: placeInFile(field), problem: known(problem) });
}
