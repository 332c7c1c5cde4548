/** How values of the set-up stand in a field, and how what is typed there is read. */
import { cleanWords } from '@wenzheng/shared/forum/people-words';
import {
  duration,
  instant,
  minutes,
  type Duration,
  type Instant,
} from '@wenzheng/shared/time/instant';

/** Why a text cannot be read at all; the hub judges everything else. */
export type Misreading = 'not_a_date' | 'not_minutes' | 'not_days';

export type Reading<V> =
  { readonly ok: true; readonly value: V } | { readonly ok: false; readonly problem: Misreading };

export interface FieldText<V> {
  write(value: V): string;
  read(text: string): Reading<V>;
}

const value = <V>(read: V): Reading<V> => ({ ok: true, value: read });

export const wordsText: FieldText<string> = {
  write: (words) => words,
  read: (text) => value(cleanWords(text)),
};

/** A line for each entry; empty lines are left out. */
export const linesText: FieldText<readonly string[]> = {
  write: (lines) => lines.join('\n'),
  read: (text) => value(text.split('\n').map(cleanWords).filter(Boolean)),
};

/** Entries with commas between, Chinese or Latin ones; `joint` stands between them when written. */
export const listText = (joint: string): FieldText<readonly string[]> => ({
  write: (entries) => entries.join(joint),
  read: (text) =>
    value([
      ...new Set(
        text
          .split(/[、，,;；\n]/)
          .map(cleanWords)
          .filter(Boolean),
      ),
    ]),
});

/** Minutes, halves and the like allowed, in whole seconds; digits of any width. */
export const minutesText: FieldText<Duration> = {
  write: (length) => String(Number((length / 60_000).toFixed(2))),
  read: (text) => {
    const typed = cleanWords(text.normalize('NFKC'));
    if (!/^\d{1,4}(\.\d{1,2})?$/.test(typed)) return { ok: false, problem: 'not_minutes' };
    return value(duration(Math.round(minutes(Number(typed)) / 1_000) * 1_000));
  },
};

/** Whole days; digits of any width. */
export const daysText: FieldText<number> = {
  write: String,
  read: (text) => {
    const typed = cleanWords(text.normalize('NFKC'));
    return /^\d{1,4}$/.test(typed) ? value(Number(typed)) : { ok: false, problem: 'not_days' };
  },
};

const CHINA_OFFSET = minutes(8 * 60);
const LOCAL_MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** A moment as a field of type `datetime-local` holds it, in the time of China wherever the device is. */
export const momentText: FieldText<Instant> = {
  write: (moment) => new Date(moment + CHINA_OFFSET).toISOString().slice(0, 16),
  read: (text) => {
    const moment = LOCAL_MOMENT.test(text) ? Date.parse(`${text}Z`) - CHINA_OFFSET : Number.NaN;
    return Number.isNaN(moment) ? { ok: false, problem: 'not_a_date' } : value(instant(moment));
  },
};

/** A box that is ticked or not. */
export const tickText: FieldText<boolean> = {
  write: (ticked) => (ticked ? 'on' : 'off'),
  read: (text) => value(text === 'on'),
};
