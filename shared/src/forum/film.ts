/**
 * The clip that is shown and the page of slides, as deadlines: where a film stands follows from the hub's time, so
 * that all displays show the same and nothing is sent while it plays.
 */
import { z } from 'zod';
import { durationSchema, id, instantSchema } from './words';
import { MOST_PAGES } from './media';

export { FILM_LEAD, readFilm } from './film-reading';

export const filmView = z.strictObject({
  clip: id,
  length: durationSchema,
  /** When it goes on from `position`; null while it is paused there. */
  startedAt: instantSchema.nullable(),
  position: durationSchema,
});
export type FilmView = z.infer<typeof filmView>;

export const slidesView = z.strictObject({
  slides: id,
  /** From 1. */
  page: z.int(),
  pages: z.int(),
});
export type SlidesView = z.infer<typeof slidesView>;

/** Begins a clip, or goes on with it, and shows it. */
export const playClip = z.strictObject({
  type: z.literal('playClip'),
  clip: id,
  /** `here`: where it was paused; at its start if it was not, or has ended. */
  from: z.enum(['start', 'here']),
});
export const pauseClip = z.strictObject({ type: z.literal('pauseClip'), clip: id });
/** Shows this page; of the page before or the next, too, the number is sent. */
export const showSlides = z.strictObject({
  type: z.literal('showSlides'),
  slides: id,
  page: z.int().min(1, 'out_of_range').max(MOST_PAGES, 'out_of_range'),
});
export const filmCommands = [playClip, pauseClip, showSlides] as const;
