import type { RatedTotals } from '@wenzheng/shared/forum/ratings';
import { Cell, Table } from '../../engine/store';

/** What was voted by a certain moment. */
export interface VotesRow {
  readonly supports: number;
  readonly supportsInHall: number;
  readonly answers: number;
  readonly rated: RatedTotals;
  /** The most supported public questions. */
  readonly mostSupported: readonly { readonly question: string; readonly support: number }[];
}
/** Nothing was voted. */
export const NO_VOTES: VotesRow = {
  supports: 0,
  supportsInHall: 0,
  answers: 0,
  rated: { answers: 0, faces: { satisfied: 0, partly: 0, not: 0 } },
  mostSupported: [],
};

export const followupTables = () => ({
  /**
   * What keeps the forum from closing: answers without notes, a question on the floor, exchanges without
   * outcome. A row of its own for each, so that undoing one stands in nobody else's way.
   */
  toCome: new Table<true>('toCome'),
  /** The votes as they stood when the running item began, or at the end: phones are not sent every vote. */
  votesNoted: new Cell<VotesRow>('votesNoted', NO_VOTES),
});
