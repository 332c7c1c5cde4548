/** A clock as it travels: deadlines, from which every screen derives its figures. */
import { z } from 'zod';
import { durationSchema, instantSchema } from './words';

export const clockView = z.strictObject({
  limit: durationSchema,
  startedAt: instantSchema,
  spentBeforePause: durationSchema,
  pausedAt: instantSchema.nullable(),
  thresholds: z.strictObject({ warning: durationSchema, final: durationSchema }),
});
