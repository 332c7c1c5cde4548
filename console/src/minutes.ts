/** Minutes as staff read them: whole ones. */
import type { Duration, Instant } from '@wenzheng/shared/time/instant';

export const minutesIn = (length: Duration): number => Math.round(length / 60_000);

/** Whole minutes from `start` to `now`, never negative; 0 while `now` is not known. */
export const minutesSince = (start: Instant, now: Instant | null): number =>
  now === null ? 0 : Math.max(0, Math.floor((now - start) / 60_000));
