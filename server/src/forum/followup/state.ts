import { Cell, Table } from '../../engine/store';
import type { ForumState } from '../../engine/state';
import { answersIn } from '../opinions';
import { isPublic } from '../questions';

/** How many of the most supported questions are shown. */
export const MOST_SUPPORTED = 3;

/** What was voted by a certain moment. */
export interface VotesRow {
  readonly supports: number;
  readonly answers: number;
  /** The most supported public questions. */
  readonly mostSupported: readonly { readonly question: string; readonly support: number }[];
}
const NONE: VotesRow = { supports: 0, answers: 0, mostSupported: [] };

export const followupTables = () => ({
  /**
   * What keeps the forum from closing: answers without notes, a question on the floor, exchanges without
   * outcome. A row of its own for each, so that undoing one stands in nobody else's way.
   */
  toCome: new Table<true>('toCome'),
  /** The votes as they stood when the running item began, or at the end: phones are not sent every vote. */
  votesNoted: new Cell<VotesRow>('votesNoted', NONE),
});

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

export function votesOf(state: ForumState): VotesRow {
  const counts = [...state.counts.entries()];
  const supported = counts.flatMap(([question, support]) => {
    const row = state.questions.get(question);
    return row && support > 0 && isPublic(row) ? [{ question, support, number: row.number }] : [];
  });
  supported.sort((a, b) => b.support - a.support || a.number - b.number);
  return {
    supports: sum(counts.map(([, count]) => count)),
    answers: sum([...state.statementTallies.entries()].map(([, tally]) => answersIn(tally))),
    mostSupported: supported
      .slice(0, MOST_SUPPORTED)
      .map(({ question, support }) => ({ question, support })),
  };
}
