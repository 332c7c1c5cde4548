/** Moments and dates as the hall reads them, in the time of the place (UTC+8). */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { getLocale } from '@wenzheng/shared/paraglide/runtime.js';
import { formatSeconds } from '@wenzheng/shared/time/countdown';
import type { Duration, Instant } from '@wenzheng/shared/time/instant';
import type { CalendarDate } from '@wenzheng/shared/time/working-days';

const TIME_ZONE = 'Asia/Shanghai';

/** `HH:MM`. */
export const timeText = (moment: Instant): string =>
  new Intl.DateTimeFormat(getLocale(), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: TIME_ZONE,
  }).format(moment);

/** Month, day and day of the week. */
export const dayText = (moment: Instant): string =>
  new Intl.DateTimeFormat(getLocale(), {
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    timeZone: TIME_ZONE,
  }).format(moment);

/** Month and day of a date by which something is due. */
export const dateText = (date: CalendarDate): string =>
  new Intl.DateTimeFormat(getLocale(), { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(date),
  );

export const countText = (count: number): string =>
  new Intl.NumberFormat(getLocale()).format(count);

export const minutesText = (length: Duration): string =>
  m.display_minutes({ minutes: countText(Math.round(length / 60_000)) });

/** A speaking time as said aloud: whole minutes in words, others as the clock shows them. */
export const limitText = (limit: Duration): string =>
  m.display_clock_limit({
    time: limit % 60_000 === 0 ? minutesText(limit) : formatSeconds(Math.round(limit / 1000)),
  });
