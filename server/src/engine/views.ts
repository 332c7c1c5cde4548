/**
 * How a view is described: documents and collections, each with the tables it is built from, so that
 * work per command grows with what changed. Views are built up field by field, never cut down.
 */
import type { JoinView } from '@wenzheng/shared/forum/access';
import type { WordRef } from '../journal/entry';
import type { Figures } from '../forum/followup';
import type { OpinionMapping, OpinionRanks, StatementWindow } from '../forum/opinions';
import type { PollAnswers, PollTextWindow } from '../forum/polls';
import type { Masks, QuestionRanks, QuestionWindow } from '../forum/questions';
import type { SlipIndex, SlipWindow } from '../forum/slips';
import type { Attendance, AttendanceFact } from '../live/attendance';
import type { SeenDisplay } from '../live/screens';
import type { ForumState, TableName } from './state';

/** What view functions may look at. */
export interface Sight {
  readonly state: ForumState;
  /** Words from the vault; an empty text if they were erased. */
  words(ref: WordRef): string;
  readonly masks: Masks;
  readonly ranks: QuestionRanks;
  readonly opinions: OpinionRanks;
  readonly mapping: Pick<OpinionMapping, 'map' | 'priorities'>;
  readonly pollAnswers: PollAnswers;
  readonly slips: SlipIndex;
  readonly figures: Figures;
  /** Who is connected. */
  readonly attendance: Pick<Attendance, 'counts' | 'connected' | 'present'>;
  /** Displays that are open, or were since the hub started. */
  readonly screens: readonly SeenDisplay[];
  readonly join: JoinView;
  /** The code on the big screen. */
  readonly hallCode: string;
}

/** Facts of the running hub that are in no table. */
export type LiveFact =
  | AttendanceFact
  | 'screens'
  | 'join'
  | 'hall'
  | 'pollTextsShown'
  | 'opinionMap'
  | 'statementPriorities';
/** What desks hold of what grows without end: the ids that came in or went out are changes of its own. */
export type WindowName = QuestionWindow | SlipWindow | StatementWindow | PollTextWindow;
export type Source = TableName | LiveFact;

export interface DocumentView<T> {
  /** A change there goes out at once. */
  readonly reads: readonly Source[];
  /** A change there goes out with the next gathering of tallies. */
  readonly tallies: readonly Source[];
  build(sight: Sight): T;
}

/**
 * A key of a source changed; which items does that touch? `all`: the whole collection, which may be taken from
 * everyone who holds it, and then no earlier patch of the feed is sent again.
 */
export type Touches = (key: string, before: unknown, sight: Sight) => readonly string[] | 'all';

export interface CollectionView<T> {
  readonly reads: Partial<Record<TableName, Touches>>;
  readonly tallies: Partial<Record<TableName | WindowName, Touches>>;
  /** Ids that the collection may hold; null: whatever `build` does not answer with undefined. */
  readonly window: ((sight: Sight) => readonly string[]) | null;
  /** Undefined: the item is not, or no longer, part of the collection. */
  build(sight: Sight, id: string): T | undefined;
  /** All ids to try for a view made from nothing. */
  all(sight: Sight): Iterable<string>;
}

export const documentView = <T>(view: {
  reads: readonly Source[];
  tallies?: readonly Source[];
  build: (sight: Sight) => T;
}): DocumentView<T> => ({ tallies: [], ...view });

export const ownKey: Touches = (key) => [key];
