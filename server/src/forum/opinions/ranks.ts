/**
 * Orders and sums of the statements, kept up as they change so that no command has to count them, and what
 * desks hold of them. They are derived after the commit and belong to the views; decide never reads them.
 */
import { Ranking, takeMoved, type Window } from '../../engine/ranking';
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
const byOldest = (a: Place, b: Place): number => a.number - b.number;

/** What a phone holds, and of each state a desk; and what the big screen can turn over. */
const HELD = 200;
const MOST_ANSWERED = 20;

/** What a desk is shown of. */
export type StatementWindow = 'statementWindow';

export class OpinionRanks {
  readonly #moved: Record<StatementWindow, Set<string>> = { statementWindow: new Set() };
  readonly #held: Window = { shown: HELD, moved: this.#moved.statementWindow };
  readonly #answered = new Ranking(byAnswers, {
    shown: MOST_ANSWERED,
    moved: this.#moved.statementWindow,
  });
  readonly #newest = new Ranking(byNewest, this.#held);
  /** Statements that wait for a desk. */
  readonly #toReview = new Ranking(byOldest, this.#held);
  readonly #declined = new Ranking(byNewest, this.#held);
  readonly #onDesk = [this.#toReview, this.#newest, this.#declined, this.#answered];
  /** Statement → answers that stand, as counted so far. */
  readonly #counted = new Map<string, number>();
  #answers = 0;
  /** Devices whose answer to something stands. */
  readonly #people = new Set<string>();

  constructor(state: ForumState) {
    const rows = [...state.statements.entries()].map(([, row]) => row);
    const placesOf = (wanted: StatementRow['state']): Place[] =>
      rows.flatMap((row) => (row.state === wanted ? [placeOf(state, row)] : []));
    const approved = placesOf('approved');
    this.#answered.fill(approved);
    this.#newest.fill(approved);
    this.#toReview.fill(placesOf('submitted'));
    this.#declined.fill(placesOf('declined'));
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

  /** Ids that may have come into a window or gone out since this was asked last. */
  takeMoved(): Changes {
    return takeMoved(this.#moved);
  }

  /** The newest approved statements; phones hold no others. */
  newest(): readonly string[] {
    return this.#newest.shown();
  }
  /**
   * What a desk holds: the oldest to review, the newest approved and the newest declined, and all that the big
   * screen may show, for it must be possible to take that down.
   */
  desk(): readonly string[] {
    return [...new Set(this.#onDesk.flatMap((ranking) => ranking.shown()))];
  }
  onDesk(id: string): boolean {
    return this.#onDesk.some((ranking) => ranking.shows(id));
  }
  mostAnswered(): readonly string[] {
    return this.#answered.shown();
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
    if (!row) return;
    const place = placeOf(state, row);
    this.#answered.set(place, isApproved(row));
    this.#newest.set(place, isApproved(row));
    this.#toReview.set(place, row.state === 'submitted');
    this.#declined.set(place, row.state === 'declined');
  }
}

const placeOf = (state: ForumState, { id, number }: StatementRow): Place => ({
  id,
  number,
  answers: answersIn(state.statementTallies.get(id) ?? NO_ANSWERS),
});
