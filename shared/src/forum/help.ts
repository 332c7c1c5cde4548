/** Calls for help of staff in the hall: where, what for, and who is on the way. */
import { z } from 'zod';
import { roleSchema, zoneSchema } from './access';
import { id, instantSchema, words } from './words';

export const HELP_REASONS = ['medical', 'order', 'technical', 'other'] as const;
export type HelpReason = (typeof HELP_REASONS)[number];

/** Where exactly, in a few words: a row, a gate. */
export const WHERE_LIMIT = 40;
/** Calls that wait at a time: beyond that the radio is quicker. */
export const CALLS_LIMIT = 40;

const somebody = z.strictObject({ id, role: roleSchema, name: z.string() });
const helpCall = z.strictObject({
  /** Number of the entry by which it was made; it never comes again. */
  number: z.int(),
  reason: z.enum(HELP_REASONS),
  zone: zoneSchema.nullable(),
  where: z.string().nullable(),
  by: somebody,
  at: instantSchema,
  /** Who is on the way; null while nobody is. */
  coming: somebody.nullable(),
});
export type HelpCall = z.infer<typeof helpCall>;

/** The calls that wait, oldest first. */
export const helpView = z.strictObject({ calls: z.array(helpCall) });
export type HelpView = z.infer<typeof helpView>;

export const callForHelp = z
  .strictObject({
    type: z.literal('callForHelp'),
    reason: z.enum(HELP_REASONS),
    zone: zoneSchema.nullable(),
    where: words(WHERE_LIMIT).nullable(),
  })
  .refine(({ zone, where }) => zone !== null || where !== null, {
    error: 'empty',
    path: ['where'],
  });
/** "On my way": the first who says so goes; for others it is refused as `help.taken`. */
export const answerHelp = z.strictObject({ type: z.literal('answerHelp'), call: z.int() });
/** Help has been given, or is not needed any more. Whoever neither leads nor called is refused. */
export const endHelp = z.strictObject({ type: z.literal('endHelp'), call: z.int() });

export const helpCommands = [callForHelp, answerHelp, endHelp] as const;
