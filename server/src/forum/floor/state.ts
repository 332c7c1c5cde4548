import type {
  FloorView,
  HeldTurn,
  OutcomeKind,
  Selection,
  Side,
} from '@wenzheng/shared/forum/floor';
import type { Clock } from '@wenzheng/shared/time/countdown';
import type { Duration, Instant } from '@wenzheng/shared/time/instant';
import { Cell, Table } from '../../engine/store';
import type { WordRef } from '../../journal/entry';
import type { CommitmentRow } from './commitment';
import type { Written } from './written';

/** One turn at the floor; its number is that of the entry that began it, so it never comes again. */
export interface TurnRow {
  readonly turn: number;
  readonly begunAt: Instant;
  /** The item of the agenda that ran when it began. */
  readonly heldIn: string | null;
  readonly kind: FloorView['kind'];
  readonly phase: FloorView['phase'];
  /** Who speaks, or the official who is to answer. */
  readonly speaker: string | null;
  /** Who answers together with them. */
  readonly beside: readonly string[];
  /** For a talk: place in its agenda item, from 0. */
  readonly index: number | null;
  readonly item: string | null;
  /** What the turn is about, for the room above; opaque here. */
  readonly subject: string | null;
  /** In an exchange, of the side that has the floor. */
  readonly clock: Clock;
  /** By how much the start has been set back, in all. */
  readonly setBack: Duration;
  /** While an emergency lasts: what the clock did when it began. */
  readonly stopped: 'running' | 'paused' | null;
  /** Somebody speaks up; `clock` stands still meanwhile. */
  readonly interjection: InterjectionRow | null;
  readonly exchange: {
    readonly id: string;
    /** The clock of the side that does not have the floor; it stands still. */
    readonly resting: Clock;
  } | null;
}

/** A turn, or an interjection, that is over: who had how long, and how long they took. Its number is the key. */
export interface HeldTurnRow extends Pick<TurnRow, 'speaker' | 'begunAt' | 'heldIn'> {
  readonly kind: HeldTurn['kind'];
  readonly endedAt: Instant;
  /** The exchange that it was. */
  readonly exchange: string | null;
  readonly times: readonly HeldTime[];
}
/** One clock of a turn; an exchange has two. Pauses are not counted. */
export interface HeldTime {
  readonly who: FloorView['phase'];
  readonly limit: Duration;
  readonly spent: Duration;
}

export interface InterjectionRow {
  /** That of the entry that began it. */
  readonly number: number;
  readonly begunAt: Instant;
  /** Who speaks up, one of them at most. */
  readonly official: string | null;
  readonly representative: string | null;
  readonly clock: Clock;
  /** The clock of the turn ran before, and goes on after. */
  readonly goesOn: boolean;
}

/** A citizen chosen beforehand to speak face to face with officials. */
export interface RepresentativeRow {
  readonly name: WordRef;
  readonly chosenBy: Selection;
  readonly of: WordRef | null;
  /** Number of the entry that put them on the roster; it gives the order. */
  readonly since: number;
  /** Exchanges in which they have spoken. */
  readonly exchanges: number;
}

export interface OutcomeRow {
  readonly kind: OutcomeKind;
  readonly summary: WordRef;
  readonly commitment: CommitmentRow | null;
}

/** One conversation of a representative with an official. */
export interface ExchangeRow {
  /** Running number in the forum, from 1. */
  readonly number: number;
  readonly representative: string;
  /** What the representative was called then; null if there was no such person. */
  readonly name: WordRef | null;
  readonly official: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly outcome: OutcomeRow | null;
  readonly written: Written<OutcomeRow> | null;
  /** Number of the entry that last recorded the outcome; 0 before. */
  readonly revision: number;
}

export interface FloorEntries {
  talkStarted: { item: string; index: number; speaker: string; limit: Duration };
  floorGiven: {
    phase: 'asking' | 'answering';
    speaker: string | null;
    subject: string;
    limit: Duration;
  };
  turnJoined: { turn: number; speaker: string };
  turnEnded: { turn: number };
  turnPaused: { turn: number };
  turnResumed: { turn: number };
  turnExtended: { turn: number; by: Duration };
  turnSetBack: { turn: number; by: Duration };
  representativePut: {
    representative: string;
    name: WordRef;
    chosenBy: Selection;
    of: WordRef | null;
  };
  representativeRemoved: { representative: string };
  exchangeStarted: { number: number; representative: string; official: string; limit: Duration };
  floorPassed: { turn: number; to: Side };
  interjectionStarted: { turn: number; limit: Duration };
  interjectionNamed: {
    interjection: number;
    official: string | null;
    representative: string | null;
  };
  interjectionExtended: { interjection: number; by: Duration };
  interjectionEnded: { interjection: number };
  outcomeRecorded: { exchange: string; outcome: OutcomeRow; why?: WordRef };
}

export const floorTables = () => ({
  floor: new Cell<TurnRow | null>('floor', null),
  /** Item → which of its talks had the floor last: place in the item, from 0. */
  lastTalks: new Table<number>('lastTalks', { ordered: false }),
  representatives: new Table<RepresentativeRow>('representatives'),
  exchanges: new Table<ExchangeRow>('exchanges'),
  heldTurns: new Table<HeldTurnRow>('heldTurns'),
});
