/** Who has the floor, and the clock they speak by. */
import { z } from 'zod';
import { durationSchema, id, instantSchema } from './words';

export const clockView = z.strictObject({
  limit: durationSchema,
  startedAt: instantSchema,
  spentBeforePause: durationSchema,
  pausedAt: instantSchema.nullable(),
  thresholds: z.strictObject({ warning: durationSchema, final: durationSchema }),
});

const speakerOnFloor = z.strictObject({
  id,
  name: z.string(),
  office: z.string(),
  department: z.string(),
});

/** One turn at the floor. A new turn has a new number, so that a late press cannot hit the wrong one. */
export const floorView = z.strictObject({
  turn: z.int(),
  kind: z.enum(['talk', 'question']),
  phase: z.enum(['speaking', 'asking', 'answering']),
  /** The speaker, or the official who is to answer; null when nobody is named. */
  speaker: speakerOnFloor.nullable(),
  /** Place among the talks of the item, from 1. */
  position: z.strictObject({ index: z.int(), of: z.int() }).nullable(),
  topic: z.string().nullable(),
  clock: clockView,
  /** Who speaks after this talk. */
  next: speakerOnFloor.nullable(),
});
export type FloorView = z.infer<typeof floorView>;

/** How many talks of the running item have had the floor. */
export const talksView = z.strictObject({ held: z.int() });
export type TalksView = z.infer<typeof talksView>;

/** Gives the floor to a speaker of the running item. `from` is the turn then running, or null. */
export const startTalk = z.strictObject({
  type: z.literal('startTalk'),
  speaker: id,
  from: z.int().nullable(),
});
export const endTurn = z.strictObject({ type: z.literal('endTurn'), turn: z.int() });
export const pauseTurn = z.strictObject({ type: z.literal('pauseTurn'), turn: z.int() });
export const resumeTurn = z.strictObject({ type: z.literal('resumeTurn'), turn: z.int() });
/** Adds to the limit, or takes from it when `by` (ms) is negative; at most 30 minutes at once. */
export const extendTurn = z.strictObject({
  type: z.literal('extendTurn'),
  turn: z.int(),
  by: durationSchema.refine((ms) => ms !== 0 && Math.abs(ms) <= 1_800_000, 'out_of_range'),
});

export const floorCommands = [startTalk, endTurn, pauseTurn, resumeTurn, extendTurn] as const;
