/** A host writes plain-language cards and calls them up; at times one that is gone. */
import type { ViewOf } from '@wenzheng/shared/wire/views';
import type { Choice } from './choice';

type Sight = Pick<ViewOf<'host'>['documents'], 'glossary' | 'card' | 'upNext' | 'undo'>;

/** What is done follows from what the tablet shows, without dice, as in an emergency. */
export function cardChoices({ glossary, card, upNext, undo }: Sight): Choice[] {
  const turn = upNext.waiting + undo.actions.length;
  const { terms } = glossary;
  const term = terms[turn % Math.max(1, terms.length)];
  const put = {
    ...{ id: `term-${turn % 4}`, word: `术语 ${turn % 3}`, plain: '大家都懂的话' },
    ...{ example: turn % 2 === 0 ? '比如修电梯' : '', items: turn % 3 === 0 ? ['qa'] : [] },
  };
  const choices: Choice[] = [[terms.length > 2 ? 0.2 : 0.8, { type: 'putTerm', term: put }]];
  if (!term) return choices;
  const next = terms[(turn + 1) % terms.length]?.id ?? null;
  return [
    ...choices,
    [0.9, { type: 'showCard', term: card ? null : term.id }],
    [0.2, { type: 'showCard', term: turn % 5 === 0 ? 'term-9' : term.id }],
    [0.2, { type: 'moveTerm', term: term.id, before: turn % 2 === 0 ? null : next }],
    [0.2, { type: 'removeTerm', term: term.id }],
  ];
}
