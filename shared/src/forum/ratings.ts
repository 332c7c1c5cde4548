/** What the hall thinks of an answer, in three faces. */
import { z } from 'zod';
import { FACES } from './choices';
import { id } from './words';

export { FACES, type Face } from './choices';

/** How many chose each face. */
export const faces = z.strictObject({ satisfied: z.int(), partly: z.int(), not: z.int() });
export type Faces = z.infer<typeof faces>;

/** Ratings of all answers together. */
export const ratedTotals = z.strictObject({
  /** How many answers somebody has rated. */
  answers: z.int(),
  faces,
});
export type RatedTotals = z.infer<typeof ratedTotals>;

/** Of hall or online nothing is told apart while fewer people than this have rated there. */
export const APART_FROM = 5;

const RATED_KINDS = ['question', 'exchange'] as const;
export type RatedKind = (typeof RATED_KINDS)[number];

/** The answer that is being rated, or was last. */
export const ratingView = z.strictObject({
  /** `q` or `x` and the id of the question or exchange: what a rating names. */
  answer: id,
  kind: z.enum(RATED_KINDS),
  number: z.int(),
  open: z.boolean(),
  /** How many have rated; null where it is not told while they still do. */
  count: z.int().nullable(),
  /** Null while it is open, but for those who lead the forum: nobody shall rate after the others. */
  total: faces.nullable(),
  /** The same apart; null while too few have rated there. */
  hall: faces.nullable(),
  online: faces.nullable(),
});
export type RatingView = z.infer<typeof ratingView>;

/** Sets this device's rating, until the rating is closed. */
export const rateAnswer = z.strictObject({
  type: z.literal('rateAnswer'),
  answer: id,
  face: z.enum(FACES),
});
/** Has the hall rate an answer, or closes the rating. It opens by itself when an answer ends. */
export const setRating = z.strictObject({
  type: z.literal('setRating'),
  answer: id,
  open: z.boolean(),
});

export const ratingCommands = [rateAnswer, setRating] as const;
