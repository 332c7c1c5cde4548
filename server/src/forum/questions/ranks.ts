/**
 * Orders of the questions, kept up as they change so that no command has to sort them. They are derived
 * after the commit and belong to the views; decide never reads them.
 */
import { BEFORE_HALL, interleave, isFromHall } from '@wenzheng/shared/forum/questions';
import { Ranking } from '../../engine/ranking';
import type { ForumState } from '../../engine/state';
import type { Changes } from '../../engine/store';
import { isOpen, isPublic, type QuestionRow } from './state';

interface Place {
  readonly id: string;
  readonly number: number;
  readonly support: number;
}
type Compare = (a: Place, b: Place) => number;

const bySupport: Compare = (a, b) => b.support - a.support || a.number - b.number;
const byWaiting: Compare = (a, b) => a.number - b.number;
const byNewest: Compare = (a, b) => b.number - a.number;

const MOST_SUPPORTED = 50;
const NEWEST = 20;
const UP_NEXT = 3;

export class QuestionRanks {
  readonly #supported = new Ranking(bySupport);
  readonly #newest = new Ranking(byNewest);
  readonly #queueBySupport = new Ranking(bySupport);
  readonly #queueFromHall = new Ranking(byWaiting);

  constructor(state: ForumState) {
    const rows = [...state.questions.entries()].map(([, row]) => row);
    for (const [ranking, belongs] of this.#rankings()) {
      ranking.fill(rows.filter(belongs).map((row) => placeOf(state, row)));
    }
  }

  update(state: ForumState, changes: Changes): void {
    for (const id of changes.get('questions')?.keys() ?? []) this.#place(state, id);
    for (const id of changes.get('counts')?.keys() ?? []) this.#place(state, id);
  }

  /** What all phones hold: the most supported open questions, the newest, and the current one. */
  window(state: ForumState): readonly string[] {
    const current = state.currentQuestion.value;
    return [
      ...new Set([
        ...this.#supported.top(MOST_SUPPORTED),
        ...this.#newest.top(NEWEST),
        ...(current === null ? [] : [current]),
      ]),
    ];
  }

  /** The first three of the suggested order. */
  upNext(state: ForumState): readonly string[] {
    const [others, hall] = [this.#queueBySupport.top(UP_NEXT), this.#queueFromHall.top(UP_NEXT)];
    return interleave(others, hall, untilHall(state)).slice(0, UP_NEXT);
  }

  get waiting(): number {
    return this.#queueBySupport.size + this.#queueFromHall.size;
  }

  #place(state: ForumState, id: string): void {
    const row = state.questions.get(id);
    if (!row) return;
    const place = placeOf(state, row);
    for (const [ranking, belongs] of this.#rankings()) ranking.set(place, belongs(row));
  }

  #rankings(): readonly (readonly [Ranking<Place>, (row: QuestionRow) => boolean])[] {
    return [
      [this.#supported, isOpen],
      [this.#newest, isPublic],
      [this.#queueBySupport, (row) => isOpen(row) && !isFromHall(row)],
      [this.#queueFromHall, (row) => isOpen(row) && isFromHall(row)],
    ];
  }
}

const placeOf = (state: ForumState, { id, number }: QuestionRow): Place => ({
  id,
  number,
  support: state.counts.get(id) ?? 0,
});

/** How many others are to be picked before the hall's turn. */
export const untilHall = ({ pickedSinceHall }: ForumState): number =>
  Math.max(0, BEFORE_HALL - pickedSinceHall.value);
