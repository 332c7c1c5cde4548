/**
 * Sums of the slips and what the desk has to look at, kept up from what each commit changed. They are derived
 * after the commit and belong to the views; decide never reads them.
 */
import type { SlipSums } from '@wenzheng/shared/forum/slips';
import { Ranking, takeMoved, type Window } from '../../engine/ranking';
import type { ForumState } from '../../engine/state';
import type { Changes } from '../../engine/store';
import { reckonBatch, totalOf, type BatchSums } from './reckoning';
import type { BatchRow, SlipRow } from './state';

interface Place {
  readonly id: string;
}

const bySerial = (a: Place, b: Place): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
/** Of entries to compare, and of slips that could not be read, a desk holds so many. */
const HELD = 200;

/** What a desk is shown of. */
export type SlipWindow = 'slipWindow';

const toCheckOn = ({ entries }: SlipRow): number => entries.filter(({ toCheck }) => toCheck).length;

export class SlipIndex {
  readonly #moved: Record<SlipWindow, Set<string>> = { slipWindow: new Set() };
  readonly #held: Window = { shown: HELD, moved: this.#moved.slipWindow };
  readonly #toCheck = new Ranking<Place>(bySerial, this.#held);
  readonly #illegible = new Ranking<Place>(bySerial, this.#held);
  /** Entries to compare, by slip. */
  readonly #checks = new Map<string, number>();
  #entriesToCheck = 0;
  /** Batches as they were reckoned last; a change of one of its slips drops it. */
  readonly #reckoned = new Map<string, BatchSums>();

  constructor(state: ForumState) {
    for (const [serial] of state.slips.entries()) this.#place(state, serial);
  }

  update(state: ForumState, changes: Changes): void {
    if (changes.has('slipBoxes')) this.#reckoned.clear();
    for (const batch of changes.get('slipBatches')?.keys() ?? []) this.#reckoned.delete(batch);
    for (const serial of changes.get('slips')?.keys() ?? []) {
      this.#place(state, serial);
      this.#reckoned.delete(state.slips.get(serial)?.batch ?? '');
    }
  }

  /** Serials that may have come into the window or gone out since this was asked last. */
  takeMoved(): Changes {
    return takeMoved(this.#moved);
  }

  desk(): readonly string[] {
    return [...new Set([...this.#toCheck.shown(), ...this.#illegible.shown()])];
  }
  onDesk(serial: string): boolean {
    return this.#toCheck.shows(serial) || this.#illegible.shows(serial);
  }
  /** Entries that a second person is to compare with the paper. */
  get toCheck(): number {
    return this.#entriesToCheck;
  }

  sumsOf(state: ForumState, row: BatchRow): BatchSums {
    const known = this.#reckoned.get(row.batch);
    if (known) return known;
    const reckoned = reckonBatch(state, row);
    this.#reckoned.set(row.batch, reckoned);
    return reckoned;
  }
  total(state: ForumState): SlipSums {
    const batches = [...state.slipBatches.entries()].map(([, row]) => row);
    return totalOf(batches.map((row) => this.sumsOf(state, row).sums));
  }

  #place(state: ForumState, serial: string): void {
    const slip = state.slips.get(serial);
    const toCheck = slip ? toCheckOn(slip) : 0;
    this.#entriesToCheck += toCheck - (this.#checks.get(serial) ?? 0);
    if (toCheck > 0) this.#checks.set(serial, toCheck);
    else this.#checks.delete(serial);
    this.#toCheck.set({ id: serial }, toCheck > 0);
    this.#illegible.set({ id: serial }, (slip?.illegible ?? null) !== null);
  }
}
