/** A question's words as everyone may read them; only desks and who asked read them as they were written. */
import type { Sight } from '../../../engine/views';
import type { QuestionRow } from '../state';

export const shownText = (sight: Sight, { text, unmasked }: QuestionRow): string =>
  unmasked ? sight.words(text) : sight.masks.text(text.id, sight.words(text));

export const shownName = (sight: Sight, { name, unmasked }: QuestionRow): string | null => {
  if (name === null) return null;
  return unmasked ? sight.words(name) : sight.masks.name(name.id, sight.words(name));
};
