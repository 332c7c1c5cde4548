/**
 * A clock's reading that changes exactly when the shown second does: it sleeps until the hub's time
 * reaches the next flip, so all screens flip together and nothing polls.
 */
import { readClock, type Clock, type ClockReading } from '../time/countdown';
import type { Instant } from '../time/instant';

/** The hub's time as a screen knows it; a LiveForum is one. */
export interface TimeSource {
  readonly timeKnown: boolean;
  now(): Instant;
  until(moment: Instant): number;
  /** True of time that stands still, for a picture that is kept: nothing waits for it. */
  readonly still?: boolean;
}

/** Longest sleep, so that a corrected estimate of the hub's time is taken up soon. */
const LONGEST_MS = 1_000;

/** Call while a component initialises. Null until the hub's time is known. */
export function ticking(
  clock: () => Clock | null,
  time: TimeSource,
): { readonly reading: ClockReading | null } {
  let reading = $state.raw<ClockReading | null>(null);
  $effect(() => {
    const running = clock();
    if (!running || !time.timeKnown) {
      reading = null;
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = (): void => {
      const next = readClock(running, time.now());
      reading = next;
      if (next.nextFlip !== null)
        timer = setTimeout(tick, Math.min(LONGEST_MS, time.until(next.nextFlip) + 0.5));
    };
    tick();
    return () => clearTimeout(timer);
  });
  return {
    get reading() {
      return reading;
    },
  };
}

/** The hub's time of day, changing on the minute. Null until it is known. */
export function timeOfDay(time: TimeSource): { readonly now: Instant | null } {
  let now = $state.raw<Instant | null>(null);
  $effect(() => {
    if (!time.timeKnown) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = (): void => {
      // Reading the state back here would make the effect run because of what it writes.
      const moment = time.now();
      now = moment;
      timer = setTimeout(tick, 60_000 - (moment % 60_000) + 5);
    };
    tick();
    return () => clearTimeout(timer);
  });
  return {
    get now() {
      return now;
    },
  };
}
