/**
 * The hub's time: a monotonic clock anchored to the wall clock at start. It goes on exactly over a restart
 * within one boot of the machine; after a reboot it is the later of wall clock and last entry.
 */
import { instant, type Instant } from '@wenzheng/shared/time/instant';
import type { Clock } from './ports';

/** The hub's time at one reading of the machine's monotonic clock; worth keeping with each commit. */
export interface Anchor {
  /** Differs after each boot of the machine. */
  readonly bootId: string;
  /** Milliseconds of the clock that all processes of this boot share. */
  readonly monotonicMs: number;
  readonly hubMs: number;
}

export interface HubClock extends Clock {
  anchor(): Anchor;
}

/** Where the machine's time comes from. */
export interface TimeSources {
  /** Milliseconds since the epoch, as good as the machine's clock is set. */
  wall(): number;
  /** Milliseconds since boot, with fractions. */
  monotonic(): number;
  readonly bootId: string;
}

/** Starts the hub's time from what an earlier run left behind. */
export function startHubClock(
  sources: TimeSources,
  saved: Anchor | null,
  lastEntryAt: Instant | null,
): HubClock {
  const startedAt = sources.monotonic();
  const goesOn =
    saved !== null && saved.bootId === sources.bootId && saved.monotonicMs <= startedAt;
  const hubAtStart = goesOn
    ? saved.hubMs + (startedAt - saved.monotonicMs)
    : Math.max(sources.wall(), lastEntryAt ?? 0);
  const hubAt = (monotonicMs: number): number => hubAtStart + (monotonicMs - startedAt);
  return {
    now: () => instant(hubAt(sources.monotonic())),
    monotonic: () => sources.monotonic(),
    anchor: () => {
      const monotonicMs = sources.monotonic();
      return { bootId: sources.bootId, monotonicMs, hubMs: hubAt(monotonicMs) };
    },
  };
}
