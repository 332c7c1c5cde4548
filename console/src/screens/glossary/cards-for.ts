import type { AgendaView } from '@wenzheng/shared/forum/agenda';
import type { Term } from '@wenzheng/shared/forum/glossary';

/** The cards for the item that runs: those that name it, and those that name none that is still there. */
export function cardsFor(
  terms: readonly Term[],
  { items, current }: Pick<AgendaView, 'items' | 'current'>,
): readonly Term[] {
  const there = new Set(items.map(({ id }) => id));
  if (current === null) return terms;
  return terms.filter(
    (term) => term.items.includes(current) || !term.items.some((id) => there.has(id)),
  );
}
