import type { IncludedQuestion, MergedView } from '@wenzheng/shared/forum/questions';
import type { Sight, Touches } from '../../../engine/views';
import { shownText } from '../masking/shown';
import { isPublic, type QuestionRow } from '../state';
import { groupOf, rootOf, treesAtRest } from './groups';

/** What was merged into a question, at any depth; for desks. */
export const includedIn = (sight: Sight, { id }: QuestionRow): IncludedQuestion[] =>
  groupOf(treesAtRest(sight.state), id)
    .slice(1)
    .flatMap((each) => {
      const row = sight.state.questions.settled(each);
      return row ? [{ id: row.id, number: row.number, text: sight.words(row.text) }] : [];
    });

/** Where a merged question went; null for others. */
export function mergedView(sight: Sight, { id, state }: QuestionRow): MergedView | null {
  const trees = treesAtRest(sight.state);
  const root = trees.questions.get(rootOf(trees, id));
  if (state !== 'merged' || !root) return null;
  return {
    number: root.number,
    state: root.state,
    text: isPublic(root) ? shownText(sight, root) : null,
  };
}

/** A question that changed, and those that it counts, or counted, for. */
export const groupKeys: Touches = (key, before, { state }) => {
  const into = mergedIntoOf(before);
  return [...new Set([key, rootOf(state, key), ...(into === null ? [] : [rootOf(state, into)])])];
};

const mergedIntoOf = (row: unknown): string | null =>
  typeof row === 'object' &&
  row !== null &&
  'mergedInto' in row &&
  typeof row.mergedInto === 'string'
    ? row.mergedInto
    : null;
