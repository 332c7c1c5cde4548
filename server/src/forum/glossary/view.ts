import type { CardView, GlossaryView, Term } from '@wenzheng/shared/forum/glossary';
import { documentView } from '../../engine/views';
import type { ForumState } from '../../engine/state';
import { termsOf } from './order';

export const copyTerm = ({ id, word, plain, example, items }: Term): Term => ({
  ...{ id, word, plain, example },
  items: [...items],
});

/** For those who prepare the cards and call them up. */
export const glossaryDocument = documentView({
  reads: ['terms', 'termOrder'],
  build: ({ state }): GlossaryView => ({ terms: termsOf(state).map(copyTerm) }),
});

/** For rooms above: what stands on the card of `term`; null if there is none. */
export function cardOf({ terms }: ForumState, term: string): CardView | null {
  const row = terms.get(term);
  if (!row) return null;
  const { word, plain, example } = row;
  return { term, word, plain, example };
}
