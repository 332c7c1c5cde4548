import type { Evolves } from '../../../engine/rooms';
import type { ForumState } from '../../../engine/state';
import { rootOf } from './groups';
import { recount, uncount } from './recount';

export const evolveMerging = {
  questionMerged: (state, { data: { question, into, since } }) => {
    const row = state.questions.get(question);
    if (!row) return;
    const history = [...row.history, { state: 'merged', at: since } as const];
    state.questions.put(question, { ...row, state: 'merged', mergedInto: into, history });
    state.mergedFrom.put(into, [...(state.mergedFrom.get(into) ?? []), question]);
    uncount(state, question);
    recount(state, rootOf(state, into));
  },
  questionSeparated: (state, { data: { question } }) => {
    const row = state.questions.get(question);
    if (!row || row.mergedInto === null) return;
    const root = rootOf(state, question);
    // As if it had never been away: it has waited since it first came.
    const history = row.history.slice(0, -1);
    const before = history.at(-1)?.state ?? 'submitted';
    state.questions.put(question, { ...row, state: before, mergedInto: null, history });
    leave(state, row.mergedInto, question);
    recount(state, question);
    recount(state, root);
  },
} satisfies Evolves;

function leave(state: ForumState, into: string, question: string): void {
  const others = (state.mergedFrom.get(into) ?? []).filter((each) => each !== question);
  if (others.length > 0) state.mergedFrom.put(into, others);
  else state.mergedFrom.remove(into);
}
