/** Moments, dates and figures as staff read them, in the time of the place (UTC+8). */
import { getLocale } from '@wenzheng/shared/paraglide/runtime.js';
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

/** Month and day. */
export const dateText = (date: CalendarDate): string =>
  new Intl.DateTimeFormat(getLocale(), { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(date),
  );

export const countText = (count: number): string =>
  new Intl.NumberFormat(getLocale()).format(count);

export const minutesIn = (length: Duration): number => Math.round(length / 60_000);

/** Whole minutes from `start` to `now`, never negative; 0 while `now` is not known. */
export const minutesSince = (start: Instant, now: Instant | null): number =>
  now === null ? 0 : Math.max(0, Math.floor((now - start) / 60_000));
