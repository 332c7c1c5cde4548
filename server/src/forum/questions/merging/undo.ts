/** Merging and separating are taken back by each other, since votes may have come meanwhile. */
import { z } from 'zod';
import { instantSchema } from '@wenzheng/shared/forum/words';
import type { Refusal } from '@wenzheng/shared/wire/protocol';
import type { NewEntry } from '../../../engine/entries';
import { refuse } from '../../../engine/rooms';
import type { ForumState } from '../../../engine/state';
import { intoProblem } from './decide';
import { hasMerged } from './groups';

export const separateQuestion = (question: string): NewEntry => ({
  type: 'questionSeparated',
  data: { question },
});

/** A question as it was before it was taken out. */
const merged = z.looseObject({
  mergedInto: z.string(),
  history: z.array(z.looseObject({ at: instantSchema })),
});

/** Merges `question` as it was in `before`. */
export function mergeAgain(question: string, before: unknown): NewEntry {
  const { mergedInto: into, history } = merged.parse(before);
  const since = history.at(-1)?.at;
  if (since === undefined) throw new Error(`question ${question} has no history`);
  return { type: 'questionMerged', data: { question, into, since } };
}

/** Null if the question may go back to where it was. */
export function mergeAgainProblem(
  state: ForumState,
  question: string,
  before: unknown,
): Refusal | null {
  const { mergedInto: into } = merged.parse(before);
  if (intoProblem(state, question, into) === null) return null;
  const declined = state.questions.get(into)?.state === 'declined';
  return refuse('undo.superseded', { by: declined ? 'declineQuestion' : 'mergeQuestion' });
}

/** A question that others count for by now must not be withdrawn with them in it. */
export const withdrawProblem = (state: ForumState, question: string): Refusal | null =>
  hasMerged(state, question) ? refuse('undo.superseded', { by: 'mergeQuestion' }) : null;
