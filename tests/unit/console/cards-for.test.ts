import { expect, test } from 'vitest';
import type { AgendaItem } from '@wenzheng/shared/forum/agenda';
import type { Term } from '@wenzheng/shared/forum/glossary';
import { cardsFor } from '../../../console/src/screens/glossary/cards-for';

const term = (id: string, ...items: string[]): Term => ({
  ...{ id, word: id, plain: id, example: '' },
  items,
});
const items = ['talks', 'qa'].map((id) => ({ id }) as AgendaItem);
const TERMS = [term('everywhere'), term('here', 'qa'), term('there', 'talks'), term('gone', 'x')];
const ids = (current: string | null): string[] =>
  cardsFor(TERMS, { items, current }).map(({ id }) => id);

test('the cards at hand are those of the item, and those of none that is still there', () => {
  expect(ids('qa')).toEqual(['everywhere', 'here', 'gone']);
  expect(ids('talks')).toEqual(['everywhere', 'there', 'gone']);
  expect(ids(null)).toEqual(['everywhere', 'here', 'there', 'gone']);
});
