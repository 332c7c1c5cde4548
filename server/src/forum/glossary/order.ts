import type { ForumState } from '../../engine/state';
import type { TermRow } from './state';

/** The cards in the order in which their organisers put them. */
export const termsOf = (state: ForumState): TermRow[] =>
  state.termOrder.value.flatMap((id) => state.terms.get(id) ?? []);

/** `order` with `term` before `before`; at the end for null or an unknown one. */
export function placed(
  order: readonly string[],
  term: string,
  before: string | null,
): readonly string[] {
  const others = order.filter((id) => id !== term);
  const place = before === null ? -1 : others.indexOf(before);
  return others.toSpliced(place < 0 ? others.length : place, 0, term);
}
