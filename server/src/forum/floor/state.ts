import type { Clock } from '@wenzheng/shared/time/countdown';
import type { Duration } from '@wenzheng/shared/time/instant';
import { Cell } from '../../engine/store';

/** One turn at the floor; its number is that of the entry that began it, so it never comes again. */
export interface TurnRow {
  readonly turn: number;
  readonly kind: 'talk' | 'question';
  readonly phase: 'speaking' | 'asking' | 'answering';
  readonly speaker: string | null;
  /** For a talk: place in its agenda item, from 0. */
  readonly index: number | null;
  readonly item: string | null;
  /** What the turn is about, for the room above; opaque here. */
  readonly subject: string | null;
  readonly clock: Clock;
}

export interface FloorEntries {
  talkStarted: { item: string; index: number; speaker: string; limit: Duration };
  floorGiven: {
    phase: 'asking' | 'answering';
    speaker: string | null;
    subject: string;
    limit: Duration;
  };
  turnEnded: { turn: number };
  turnPaused: { turn: number };
  turnResumed: { turn: number };
  turnExtended: { turn: number; by: Duration };
}

export const floorTables = () => ({
  floor: new Cell<TurnRow | null>('floor', null),
  /** The talk that had the floor last: place in its agenda item, from 0. */
  lastTalk: new Cell<{ readonly item: string; readonly index: number } | null>('lastTalk', null),
});
