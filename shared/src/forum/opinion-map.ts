/** The map of opinion: who answers statements alike, what each group stands for, and what nearly all share. */
import { z } from 'zod';
import { id, instantSchema } from './words';

/** −100 to 100; x to the right, y upwards. */
const coordinate = z.number();

/** A statement, and how many of a group or of everyone are on one side of it. */
const mapStatement = z.strictObject({
  id,
  number: z.int(),
  text: z.string(),
  side: z.enum(['agree', 'disagree']),
  /** Percent of those who answered it; null in a group while another one is too small to be shown. */
  share: z.int().nullable(),
});
export type MapStatement = z.infer<typeof mapStatement>;

/** An ellipse that holds most of a group. */
const shape = z.strictObject({
  x: coordinate,
  y: coordinate,
  /** Half its length and half its breadth. */
  long: z.number(),
  broad: z.number(),
  /** Degrees from the right, counter-clockwise. */
  turn: z.number(),
});
export type MapShape = z.infer<typeof shape>;

const mapGroup = z.strictObject({
  /** From 0; the same group keeps it from one map to the next. */
  id: z.int(),
  people: z.int(),
  shape,
  /** What it answers otherwise than everyone else, five at most. */
  standsFor: z.array(mapStatement),
});
export type MapGroup = z.infer<typeof mapGroup>;

const opinionMap = z.strictObject({
  /** When the answers were read of which it is made. */
  at: instantSchema,
  /** People in the groups that are shown. */
  people: z.int(),
  statements: z.int(),
  /** False: the groups hang on single people, and can be others in a while. */
  stable: z.boolean(),
  /** Some stand in groups that are too small to be shown. */
  othersHidden: z.boolean(),
  /** What nearly all share, the clearest first: five agreed and five disagreed at most. */
  shared: z.array(mapStatement),
  groups: z.array(mapGroup),
});
export type OpinionMapView = z.infer<typeof opinionMap>;

/** For screens: with the places where people stand. */
export const drawnMap = opinionMap.extend({
  /** x, y, how many stand there, and the id of their group. */
  places: z.array(z.tuple([coordinate, coordinate, z.int(), z.int()])),
});
export type DrawnMap = z.infer<typeof drawnMap>;

/**
 * What a device needs to reckon where its own answers lie: one number for each of the statements that several people
 * have answered. Where a group stands that is too small to be shown is no part of it.
 */
const mapPlaces = z.strictObject({
  statements: z.array(id),
  /** The mean answer, −1 to 1; 1 agrees. */
  centre: z.array(z.number()),
  x: z.array(z.number()),
  y: z.array(z.number()),
});
export type MapPlaces = z.infer<typeof mapPlaces>;

/** For phones, which ask for it; nobody is told of whoever asks. */
export const placedMap = opinionMap.extend({ where: mapPlaces });
export type PlacedMap = z.infer<typeof placedMap>;

/** Number of a statement → how soon a device should be shown it, 1 to 99. */
export const statementPriorities = z.record(z.string(), z.int());
export type StatementPriorities = z.infer<typeof statementPriorities>;
