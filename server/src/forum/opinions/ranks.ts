/**
 * Orders and sums of the statements, kept up as they change so that no command has to count them. They
 * are derived after the commit and belong to the views; decide never reads them.
 */
import { Ranking } from '../../engine/ranking';
import type { ForumState } from '../../engine/state';
import type { Changes } from '../../engine/store';
import { answersIn, isApproved, NO_ANSWERS, type StatementRow } from './state';

interface Place {
  readonly id: string;
  readonly number: number;
  readonly answers: number;
}

const byAnswers = (a: Place, b: Place): number => b.answers - a.answers || a.number - b.number;
const byNewest = (a: Place, b: Place): number => b.number - a.number;

/** What a phone holds, and what the big screen can turn over. */
const NEWEST = 200;
const MOST_ANSWERED = 20;

export class OpinionRanks {
  readonly #answered = new Ranking(byAnswers);
  readonly #newest = new Ranking(byNewest);
  /** Statements that wait for a desk. */
  readonly #toReview = new Set<string>();
  /** Statement → answers that stand, as counted so far. */
  readonly #counted = new Map<string, number>();
  #answers = 0;
  /** Devices whose answer to something stands. */
  readonly #people = new Set<string>();

  constructor(state: ForumState) {
    const approved: Place[] = [];
    for (const [id, row] of state.statements.entries()) {
      if (isApproved(row)) approved.push(placeOf(state, row));
      if (row.state === 'submitted') this.#toReview.add(id);
    }
    this.#answered.fill(approved);
    this.#newest.fill(approved);
    for (const [id] of state.statementTallies.entries()) this.#count(state, id);
    for (const [voter] of state.statementAnswers.entries()) this.#meet(state, voter);
  }

  update(state: ForumState, changes: Changes): void {
    for (const id of changes.get('statementTallies')?.keys() ?? []) {
      this.#count(state, id);
      this.#place(state, id);
    }
    for (const id of changes.get('statements')?.keys() ?? []) this.#place(state, id);
    for (const voter of changes.get('statementAnswers')?.keys() ?? []) this.#meet(state, voter);
  }

  /** The newest approved statements; phones hold no others. */
  newest(): readonly string[] {
    return this.#newest.top(NEWEST);
  }
  mostAnswered(): readonly string[] {
    return this.#answered.top(MOST_ANSWERED);
  }
  /** Approved statements. */
  get total(): number {
    return this.#newest.size;
  }
  /** Answers that stand, also to statements that were declined since. */
  get answers(): number {
    return this.#answers;
  }
  /** Devices that gave one of them. */
  get people(): number {
    return this.#people.size;
  }
  get toReview(): number {
    return this.#toReview.size;
  }

  #count(state: ForumState, id: string): void {
    const answers = answersIn(state.statementTallies.get(id) ?? NO_ANSWERS);
    this.#answers += answers - (this.#counted.get(id) ?? 0);
    this.#counted.set(id, answers);
  }

  #meet(state: ForumState, voter: string): void {
    const own = state.statementAnswers.get(voter) ?? {};
    if (Object.keys(own).length > 0) this.#people.add(voter);
    else this.#people.delete(voter);
  }

  #place(state: ForumState, id: string): void {
    const row = state.statements.get(id);
    if (row?.state === 'submitted') this.#toReview.add(id);
    else this.#toReview.delete(id);
    if (!row) return;
    const place = placeOf(state, row);
    this.#answered.set(place, isApproved(row));
    this.#newest.set(place, isApproved(row));
  }
}

const placeOf = (state: ForumState, { id, number }: StatementRow): Place => ({
  id,
  number,
  answers: answersIn(state.statementTallies.get(id) ?? NO_ANSWERS),
});
