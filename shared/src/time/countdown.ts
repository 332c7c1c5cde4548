/**
 * The arithmetic of a clock on a screen. A clock is a handful of deadlines; every figure is derived
 * from them and from the hub's time, so nothing needs to be sent while it runs.
 */
import { duration, instant, type Duration, type Instant } from './instant';

/** What the hub says of a clock. It runs while `pausedAt` is null. */
export interface Clock {
  /** Time allowed. */
  readonly limit: Duration;
  /** When it was last started or resumed. */
  readonly startedAt: Instant;
  /** Time used before `startedAt`, in earlier runs. */
  readonly spentBeforePause: Duration;
  readonly pausedAt: Instant | null;
  /** Remaining time at which the clock turns to `warning` and to `final`. */
  readonly thresholds: { readonly warning: Duration; readonly final: Duration };
}

export type ClockPhase = 'running' | 'warning' | 'final' | 'overtime';

export interface ClockReading {
  readonly spent: Duration;
  /** Negative once over the limit. */
  readonly remaining: Duration;
  readonly phase: ClockPhase;
  readonly paused: boolean;
  /** Part of the limit still left, 0 to 1. */
  readonly fraction: number;
  /** Whole seconds as shown: remaining seconds rounded up, or seconds over the limit. */
  readonly shownSeconds: number;
  /** When the shown figure changes next; null while paused. */
  readonly nextFlip: Instant | null;
}

/** Reads `clock` at the hub's time `now`. Pure; a `now` before the start reads as nothing spent. */
export function readClock(clock: Clock, now: Instant): ClockReading {
  const until = clock.pausedAt ?? now;
  const spent = duration(clock.spentBeforePause + Math.max(0, until - clock.startedAt));
  const remaining = duration(clock.limit - spent);
  const over = remaining <= 0;
  // A limit of 2:00 shows 2:00 for a whole second and 0:01 for the last one; 0:00 is where overtime begins.
  const shownSeconds = over ? Math.floor(Math.abs(remaining) / 1000) : Math.ceil(remaining / 1000);
  const toFlip = over ? 1000 - (-remaining % 1000) : remaining - (shownSeconds - 1) * 1000;
  return {
    spent,
    remaining,
    phase: phaseOf(remaining, clock.thresholds),
    paused: clock.pausedAt !== null,
    fraction: clock.limit > 0 ? Math.min(1, Math.max(0, remaining / clock.limit)) : 0,
    shownSeconds,
    nextFlip: clock.pausedAt === null ? instant(Math.max(now, clock.startedAt) + toFlip) : null,
  };
}

function phaseOf(remaining: Duration, thresholds: Clock['thresholds']): ClockPhase {
  if (remaining <= 0) return 'overtime';
  if (remaining <= thresholds.final) return 'final';
  return remaining <= thresholds.warning ? 'warning' : 'running';
}

/** `m:ss`, or `h:mm:ss` from an hour on. */
export function formatSeconds(total: number): string {
  const hours = Math.floor(total / 3600);
  const mins = Math.floor(total / 60) % 60;
  const secs = String(total % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(mins).padStart(2, '0')}:${secs}` : `${mins}:${secs}`;
}

/** A clock that starts at `now`, with the usual thresholds: a fifth of the limit (at most 60 s), and 10 s. */
export function startClock(limit: Duration, now: Instant): Clock {
  return {
    limit,
    startedAt: now,
    spentBeforePause: duration(0),
    pausedAt: null,
    thresholds: {
      warning: duration(Math.min(60_000, limit / 5)),
      final: duration(Math.min(10_000, limit / 10)),
    },
  };
}

/** Stops `clock` at `now`; a paused clock is returned as it is. */
export const pauseClock = (clock: Clock, now: Instant): Clock =>
  clock.pausedAt === null ? { ...clock, pausedAt: now } : clock;

/** Lets a paused `clock` go on from `now`; a running one is returned as it is. */
export const resumeClock = (clock: Clock, now: Instant): Clock =>
  clock.pausedAt === null
    ? clock
    : { ...clock, spentBeforePause: readClock(clock, now).spent, startedAt: now, pausedAt: null };
