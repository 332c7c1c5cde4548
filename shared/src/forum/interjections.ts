/** Somebody speaks up in the turn of another: that clock stands still, and what is said has one of its own. */
import { z } from 'zod';
import { SIDES } from './choices';
import { clockView } from './clock-view';
import { durationSchema, id } from './words';

export const interjectionView = z.strictObject({
  /** Of this interjection, so that a late press cannot end another. */
  number: z.int(),
  /** Who speaks up; null while nobody is named. */
  by: z.strictObject({ side: z.enum(SIDES), name: z.string() }).nullable(),
  clock: clockView,
});
export type InterjectionView = z.infer<typeof interjectionView>;

/** Who speaks up: an official, a representative of the roster, or neither. */
const who = { official: id.nullable(), representative: id.nullable() };

/**
 * Lets somebody speak up for a minute; the clock of the turn stands still until that has ended. Refused as
 * `floor.protected` while a citizen has the floor.
 */
export const startInterjection = z.strictObject({
  type: z.literal('startInterjection'),
  turn: z.int(),
});
/** Says who speaks up; of two that are named the official counts. */
export const nameInterjection = z.strictObject({
  type: z.literal('nameInterjection'),
  interjection: z.int(),
  ...who,
});
/** Adds to its limit, or takes from it when `by` (ms) is negative; at most ten minutes at once. */
export const extendInterjection = z.strictObject({
  type: z.literal('extendInterjection'),
  interjection: z.int(),
  by: durationSchema.refine((ms) => ms !== 0 && Math.abs(ms) <= 600_000, 'out_of_range'),
});
/** Gives the floor back: the clock goes on if it ran before, with what it had left. */
export const endInterjection = z.strictObject({
  type: z.literal('endInterjection'),
  interjection: z.int(),
});

export const interjectionCommands = [
  startInterjection,
  nameInterjection,
  extendInterjection,
  endInterjection,
] as const;
