import type { Instant } from '@wenzheng/shared/time/instant';
import type { RecordedVote } from '../../engine/rooms';
import { Cell, Table } from '../../engine/store';

export interface PlainnessEntries {
  unclearMarked: RecordedVote & { turn: number };
}

export const plainnessTables = () => ({
  /** Of the last turn in which somebody did not follow; what is said of an earlier one is told nowhere. */
  unclear: new Cell<{ readonly turn: number; readonly count: number } | null>('unclear', null),
  /** Voter → when they last said so: one row for a device, however often it presses. */
  unclearAt: new Table<Instant>('unclearAt'),
});
