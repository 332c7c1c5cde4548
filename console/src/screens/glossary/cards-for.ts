import type { Term } from '@wenzheng/shared/forum/glossary';

/** The cards that an item of the agenda names, and those that none names; all of them outside any item. */
export const cardsFor = (terms: readonly Term[], item: string | null): readonly Term[] =>
  item === null ? terms : terms.filter(({ items }) => items.length === 0 || items.includes(item));
