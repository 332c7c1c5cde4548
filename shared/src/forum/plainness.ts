/** Whether the hall follows what is said: how many have pressed that they do not. */
import { z } from 'zod';

/** Of the turn at the floor; null while nobody explains anything. */
export const plainnessView = z.strictObject({
  turn: z.int(),
  /** How often somebody has said in this turn that they do not follow. */
  unclear: z.int(),
});
export type PlainnessView = z.infer<typeof plainnessView>;

/** "I did not follow", of the turn that is running; refused as `plainness.wait` within a minute of the last. */
export const markUnclear = z.strictObject({ type: z.literal('markUnclear'), turn: z.int() });

export const plainnessCommands = [markUnclear] as const;
