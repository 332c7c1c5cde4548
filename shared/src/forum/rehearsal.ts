/** A rehearsal: a copy of a forum with a simulated audience, wiped before the real one. */
import { z } from 'zod';

/** How many a simulated audience may be; each is a real connection. */
export const REHEARSAL_PEOPLE = { least: 1, usual: 50, most: 500 } as const;

export const rehearsalWish = z.strictObject({
  /** The forum to rehearse. */
  forum: z.string(),
  people: z.int().min(REHEARSAL_PEOPLE.least).max(REHEARSAL_PEOPLE.most),
});
export type RehearsalWish = z.infer<typeof rehearsalWish>;

/** The rehearsal that is under way. */
export const rehearsalView = z.object({
  /** The copy that is rehearsed in, and the forum it is a copy of. */
  forum: z.string(),
  original: z.string(),
  /** Size of the simulated audience, and how many of it are connected. */
  people: z.int(),
  present: z.int(),
});
export type RehearsalView = z.infer<typeof rehearsalView>;

export const REHEARSAL_REFUSALS = ['rehearsal.under_way', 'rehearsal.closed'] as const;
export type RehearsalRefusal = (typeof REHEARSAL_REFUSALS)[number];
