import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { placed } from './order';
import type { TermRow } from './state';

function put(state: ForumState, term: TermRow): void {
  const there = state.terms.get(term.id) !== undefined;
  state.terms.put(term.id, term);
  if (!there) state.termOrder.set([...state.termOrder.value, term.id]);
}

export const evolveGlossary: Evolves = {
  glossaryMade: (state, { data }) => {
    for (const term of data.terms) put(state, term);
  },
  termPut: (state, { data }) => put(state, data.term),
  termMoved: (state, { data: { term, before } }) =>
    state.termOrder.set(placed(state.termOrder.value, term, before)),
  termRemoved: (state, { data: { term } }) => {
    state.terms.remove(term);
    state.termOrder.set(state.termOrder.value.filter((id) => id !== term));
  },
};
