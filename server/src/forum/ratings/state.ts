import type { Face, Faces, RatedKind } from '@wenzheng/shared/forum/ratings';
import type { RecordedVote } from '../../engine/rooms';
import { Cell, Table } from '../../engine/store';

/** The answer that is being rated, or was last. */
export interface RatingRow {
  readonly answer: string;
  readonly kind: RatedKind;
  /** Of the question or the exchange. */
  readonly number: number;
  readonly open: boolean;
}

export interface OwnRating {
  readonly face: Face;
  /** Where the device was when it said so. */
  readonly hall: boolean;
}

export interface RatingTally {
  readonly hall: Faces;
  readonly online: Faces;
}

export interface RatingEntries {
  answerRated: RecordedVote & { answer: string; face: Face };
  ratingSet: { answer: string; kind: RatedKind; number: number; open: boolean };
}

export const ratingTables = () => ({
  rating: new Cell<RatingRow | null>('rating', null),
  /** Answer → what was said of it; it stays whatever becomes of the answer. */
  ratingTallies: new Table<RatingTally>('ratingTallies'),
  /** Voter → own ratings by answer. */
  ratings: new Table<Readonly<Record<string, OwnRating>>>('ratings', { ordered: false }),
});

export const NO_FACES: Faces = { satisfied: 0, partly: 0, not: 0 };
export const NO_RATINGS: RatingTally = { hall: NO_FACES, online: NO_FACES };
export const facesIn = ({ satisfied, partly, not }: Faces): number => satisfied + partly + not;
export const addFaces = (a: Faces, b: Faces): Faces => ({
  satisfied: a.satisfied + b.satisfied,
  partly: a.partly + b.partly,
  not: a.not + b.not,
});

/** What a rating calls the answer to a question, and an exchange. */
export const answerTo = (question: string): string => `q${question}`;
export const exchangeAnswer = (exchange: string): string => `x${exchange}`;
