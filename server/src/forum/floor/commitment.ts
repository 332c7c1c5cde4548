/** Promises made on the floor: checked, put into the vault, and shown. */
import type { Commitment } from '@wenzheng/shared/forum/words';
import { dateInChina, type CalendarDate } from '@wenzheng/shared/time/working-days';
import { refuse, type Context } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import type { Sight } from '../../engine/views';
import type { WordRef } from '../../journal/entry';
import type { Refusal } from '@wenzheng/shared/wire/protocol';

export interface CommitmentRow {
  readonly what: WordRef;
  /** Id of the department that owns it. */
  readonly department: string;
  readonly due: CalendarDate;
}

/** What is wrong with `commitment`. A due date may stay what it was in `before`, though it be over by now. */
export function commitmentProblem(
  state: ForumState,
  commitment: Commitment | null,
  before: CommitmentRow | null,
  now: Context['now'],
): Refusal | null {
  if (!commitment) return null;
  const { department, due } = commitment;
  if (!state.departments.get(department))
    return refuse('agenda.unknown_department', { field: 'department' });
  const over = due < dateInChina(now) && due !== before?.due;
  return over ? refuse('questions.due_in_the_past', { field: 'due' }) : null;
}

export const keepCommitment = (
  commitment: Commitment | null,
  { keep }: Pick<Context, 'keep'>,
): CommitmentRow | null => {
  if (!commitment) return null;
  const { what, department, due } = commitment;
  return { what: keep(what), department, due };
};

/** Is `commitment` what stands there already? */
export const isCommitment = (
  row: CommitmentRow | null,
  commitment: Commitment | null,
  { read }: Pick<Context, 'read'>,
): boolean => {
  if (!row || !commitment) return row === commitment;
  const { what, department, due } = commitment;
  return read(row.what) === what && row.department === department && row.due === due;
};

export const copyCommitment = (
  { words }: Pick<Sight, 'words'>,
  row: CommitmentRow | null,
): Commitment | null => {
  if (!row) return null;
  return { what: words(row.what), department: row.department, due: row.due };
};
