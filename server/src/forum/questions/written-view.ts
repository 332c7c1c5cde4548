/** What was written down of an answer, and what stood there before it was put right. */
import type {
  EarlierAnswer,
  TrackedQuestion,
  WrittenAnswer,
} from '@wenzheng/shared/forum/questions';
import type { Sight } from '../../engine/views';
import { copyCommitment, copyWriting } from '../floor';
import { held, WRITTEN } from './held';
import type { QuestionRow } from './state';

export const copyEarlier = (sight: Sight, { written }: QuestionRow): EarlierAnswer[] =>
  (written?.earlier ?? []).map((each) => ({
    notes: sight.words(each.notes),
    commitment: copyCommitment(sight, each.commitment),
    ...copyWriting(sight, each),
  }));

/** Answers that a desk can put right. */
export const writtenCollection = held<WrittenAnswer>(WRITTEN, (sight, row) => {
  const { notes, written } = row;
  if (!notes || !written) return undefined;
  return {
    number: row.number,
    text: sight.words(row.text),
    department: row.department,
    answerers: [...row.answerers],
    notes: sight.words(notes),
    commitment: copyCommitment(sight, row.commitment),
    written: copyWriting(sight, written),
    earlier: copyEarlier(sight, row),
    revision: row.revision,
  };
});

/** Null of what stands as it was first written. */
export const corrected = (sight: Sight, { written }: QuestionRow): TrackedQuestion['corrected'] =>
  written && written.earlier.length > 0 ? copyWriting(sight, written) : null;
