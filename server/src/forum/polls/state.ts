import type { PollDraft, PollPart, PollState, PollTextState } from '@wenzheng/shared/forum/polls';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { RecordedVote } from '../../engine/rooms';
import { Cell, Table } from '../../engine/store';
import type { WordRef } from '../../journal/entry';

export interface PollRow extends PollDraft {
  /** From 1; a poll that is held again is a poll of its own. */
  readonly round: number;
  /** The poll of the first round. */
  readonly origin: string;
  readonly state: PollState;
  readonly shown: boolean;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** How many could have voted, as of the closing; null while it is open, or if nobody counted. */
  readonly electorate: number | null;
}

/** What came out in the hall and online. */
export interface PollTally {
  readonly hall: PollPart;
  readonly online: PollPart;
}

/** Places from 0, or words, which `pollTexts` has under `id`. */
export type RecordedBallot =
  { readonly choices: readonly number[] } | { readonly id: string; readonly text: WordRef };
/** A ballot as it counts. */
export interface BallotRow {
  readonly choices: readonly number[];
  /** In `pollTexts`; null where nothing is written. */
  readonly text: string | null;
  readonly hall: boolean;
}

/** What somebody wrote into a poll. */
export interface PollTextRow {
  readonly id: string;
  readonly poll: string;
  readonly text: WordRef;
  readonly state: PollTextState;
  readonly hall: boolean;
  /** Answers for it after the forum. */
  readonly department: string | null;
  /** Number of the entry: their order. */
  readonly seq: number;
}

/** What a desk has said about a word of a cloud. */
export interface CloudRuling {
  readonly poll: string;
  readonly word: WordRef;
  readonly shown: boolean;
}

export interface PollEntries {
  /** Polls that a forum begins with. */
  pollsMade: { polls: readonly PollDraft[] };
  pollPut: { poll: PollDraft };
  pollRemoved: { poll: string };
  pollOpened: { poll: string };
  /** `poll` again, under the id `as`. */
  pollRepeated: { poll: string; as: string };
  pollClosed: { poll: string; electorate: number };
  pollShownSet: { poll: string; shown: boolean };
  ballotCast: RecordedVote & { poll: string; ballot: RecordedBallot | null };
  pollTextAssigned: { text: string; department: string | null };
  pollTextJudged: { text: string; shown: boolean };
  cloudWordSet: CloudRuling & { ruling: string };
}

export const pollTables = () => ({
  /** In the order in which they were put. */
  polls: new Table<PollRow>('polls'),
  /** The poll that is open, or was shown last. */
  poll: new Cell<string | null>('poll', null),
  pollTallies: new Table<PollTally>('pollTallies'),
  /** Voter → own ballots by poll. */
  ballots: new Table<Readonly<Record<string, BallotRow>>>('ballots'),
  pollTexts: new Table<PollTextRow>('pollTexts'),
  /** Ruling → what it says. */
  cloudRulings: new Table<CloudRuling>('cloudRulings'),
});
