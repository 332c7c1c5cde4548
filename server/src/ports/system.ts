/** The one file of the hub that reads the machine's clock, randomness and timers. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Instant } from '@wenzheng/shared/time/instant';
import { startHubClock, type Anchor, type HubClock, type TimeSources } from './hub-clock';
import type { Random, Scheduler } from './ports';

export type { Anchor, HubClock } from './hub-clock';

/** CLOCK_MONOTONIC on Linux, in milliseconds: the same for every process until the machine is booted again. */
export const monotonicNow = (): number => Number(process.hrtime.bigint()) / 1e6;

/** What this machine's clock says, right or wrong. */
export const wallNow = (): number => Date.now();

const systemTime = (): TimeSources => ({
  wall: wallNow,
  monotonic: monotonicNow,
  bootId: bootId(),
});

/** Where the system does not name its boot, each start of the hub counts as one. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return randomBytes(16).toString('hex');
  }
}

/** The hub's time on this machine; see `startHubClock`. */
export const makeHubClock = (saved: Anchor | null, lastEntryAt: Instant | null): HubClock =>
  startHubClock(systemTime(), saved, lastEntryAt);

export const systemRandom: Random = { bytes: (length) => randomBytes(length) };

export const systemScheduler: Scheduler = {
  soon: (run) => void setImmediate(run),
  later: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
