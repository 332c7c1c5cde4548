/** Moments, dates and figures in the reader's language, in the time of the place (UTC+8). */
import { getLocale } from '../paraglide/runtime';
import type { Instant } from '../time/instant';
import type { CalendarDate } from '../time/working-days';

const TIME_ZONE = 'Asia/Shanghai';

const text = (moment: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(getLocale(), options).format(moment);

/** `moment` with the parts that `options` ask for. */
export const momentText = (moment: Instant, options: Intl.DateTimeFormatOptions): string =>
  text(moment, { timeZone: TIME_ZONE, ...options });

/** `HH:MM`. */
export const timeText = (moment: Instant): string =>
  momentText(moment, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Year, month and day: a promise is read years later. */
export const dateText = (date: CalendarDate): string => inWords(date, { year: 'numeric' });

/** Month and day. */
export const dayText = (date: CalendarDate): string => inWords(date, {});

const inWords = (date: CalendarDate, year: Intl.DateTimeFormatOptions): string =>
  text(Date.parse(date), { ...year, month: 'long', day: 'numeric', timeZone: 'UTC' });

/** With the separators of the language. */
export const countText = (count: number): string =>
  new Intl.NumberFormat(getLocale()).format(count);
