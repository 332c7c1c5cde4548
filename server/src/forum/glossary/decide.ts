import { isDeepStrictEqual } from 'node:util';
import { TERMS_LIMIT } from '@wenzheng/shared/forum/glossary';
import { accept, refuse, type Decides } from '../../engine/rooms';
import { placed } from './order';

export const decideGlossary: Decides<'putTerm' | 'moveTerm' | 'removeTerm'> = {
  putTerm: (state, { term }) => {
    if (!state.forum.value) return refuse('no_forum');
    const there = state.terms.get(term.id);
    if (isDeepStrictEqual(there, term)) return accept();
    if (!there && state.terms.size >= TERMS_LIMIT) return refuse('agenda.too_many');
    return accept({ type: 'termPut', data: { term } });
  },

  moveTerm: (state, { term, before }) => {
    const known = (id: string): boolean => state.terms.get(id) !== undefined;
    if (!known(term) || (before !== null && !known(before))) return refuse('glossary.unknown_term');
    const order = state.termOrder.value;
    return before === term || isDeepStrictEqual(placed(order, term, before), order)
      ? accept()
      : accept({ type: 'termMoved', data: { term, before } });
  },

  removeTerm: (state, { term }) =>
    state.terms.get(term) ? accept({ type: 'termRemoved', data: { term } }) : accept(),
};
