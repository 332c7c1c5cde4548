/** Schemas that every room uses: ids, words of people, moments. Types are inferred from them. */
import { z } from 'zod';
import type { Duration, Instant } from '../time/instant';
import type { CalendarDate } from '../time/working-days';
import { cleanWords, NAME_LIMIT, WORDS_LIMIT } from './people-words';

export { cleanWords, NAME_LIMIT, WORDS_LIMIT };

/** Words of a person, `limit` characters (code points) at most. Errors: `empty`, `too_long`. */
export const words = (limit: number) =>
  z
    .string()
    .max(limit * 8, 'too_long')
    .transform(cleanWords)
    .refine((text) => text.length > 0, 'empty')
    .refine((text) => [...text].length <= limit, 'too_long');

const idPattern = /^[A-Za-z0-9_-]{1,32}$/;
/** Ids are keys of plain objects on the wire, where one name means something else. */
export const id = z
  .string()
  .regex(idPattern, 'not_an_id')
  .refine((text) => text !== '__proto__', 'not_an_id');

export const COMMITMENT_LIMIT = 120;
export const instantSchema = z.custom<Instant>(Number.isSafeInteger, 'not_an_instant');
export const durationSchema = z.custom<Duration>(Number.isSafeInteger, 'not_a_duration');
export const dateSchema = z.custom<CalendarDate>(
  (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    new Date(value).toISOString().startsWith(value),
  'not_a_date',
);

/** A promise made on the floor, as a desk writes it down. */
export const commitmentInput = z.strictObject({
  what: words(COMMITMENT_LIMIT),
  /** Id of the department that owns it. */
  department: id,
  due: dateSchema,
});
export const commitmentView = z.strictObject({
  what: z.string(),
  department: id,
  due: dateSchema,
});
export type Commitment = z.infer<typeof commitmentView>;

export const CORRECTION_LIMIT = 120;
/** Why what was written down is put right, in a word; null if nobody says. */
export const correctionReason = words(CORRECTION_LIMIT).nullable().default(null);
/** When something was written down, and why it was put right then. */
export const writtenView = z.strictObject({ at: instantSchema, why: z.string().nullable() });
export type WrittenView = z.infer<typeof writtenView>;
