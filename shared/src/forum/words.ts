/** Schemas that every room uses: ids, words of people, moments. Types are inferred from them. */
import { z } from 'zod';
import type { Duration, Instant } from '../time/instant';
import type { CalendarDate } from '../time/working-days';

export const WORDS_LIMIT = 500;
export const NAME_LIMIT = 20;

/** Control, zero-width and bidirectional-override characters never reach a screen. */
// eslint-disable-next-line no-control-regex -- naming them is the point
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
/** More than three combining marks on one character only serve to smear a screen. */
const MARK_FLOOD = /(\p{M}{3})\p{M}+/gu;

/** People's words as they are kept: composed, without unseen characters, space folded. */
export const cleanWords = (raw: string): string =>
  raw
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(MARK_FLOOD, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();

/** Words of a person, `limit` characters (code points) at most. Errors: `empty`, `too_long`. */
export const words = (limit: number) =>
  z
    .string()
    .max(limit * 8, 'too_long')
    .transform(cleanWords)
    .refine((text) => text.length > 0, 'empty')
    .refine((text) => [...text].length <= limit, 'too_long');

const idPattern = /^[A-Za-z0-9_-]{1,32}$/;
export const id = z.string().regex(idPattern, 'not_an_id');

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
