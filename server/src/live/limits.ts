/** How fast a device may send: a bucket of tokens that fills again by the clock. */
import type { Clock } from '../ports/ports';

export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

export class TokenBucket {
  readonly #clock: Pick<Clock, 'monotonic'>;
  readonly #allowance: Allowance;
  #tokens: number;
  #filledAt: number;

  constructor(clock: Pick<Clock, 'monotonic'>, allowance: Allowance) {
    this.#clock = clock;
    this.#allowance = allowance;
    this.#tokens = allowance.burst;
    this.#filledAt = clock.monotonic();
  }

  /** Takes one token; false if there is none. */
  take(): boolean {
    this.#fill();
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  get empty(): boolean {
    this.#fill();
    return this.#tokens < 1;
  }

  /** A full bucket is like a new one: it need not be kept. */
  get full(): boolean {
    this.#fill();
    return this.#tokens >= this.#allowance.burst;
  }

  #fill(): void {
    const now = this.#clock.monotonic();
    const filled = ((now - this.#filledAt) / 1000) * this.#allowance.perSecond;
    this.#tokens = Math.min(this.#allowance.burst, this.#tokens + filled);
    this.#filledAt = now;
  }
}

/** Purposes for which a device has a bucket each. */
export const ALLOWANCES = {
  vote: { burst: 40, perSecond: 5 },
  ask: { burst: 6, perSecond: 0.2 },
  staff: { burst: 120, perSecond: 40 },
  /** Calls for help: a thumb that presses again and again must not drown the first. */
  help: { burst: 5, perSecond: 0.1 },
  malformed: { burst: 30, perSecond: 1 },
  /** Codes of the hall, of tickets and of stubs that were wrong. */
  wrongCode: { burst: 10, perSecond: 0.1 },
  /** Codes of tickets that are none, of all phones together. */
  noTicket: { burst: 200, perSecond: 20 },
} as const satisfies Record<string, Allowance>;
/** Snapshots that one connection may ask for. */
export const RESYNCS: Allowance = { burst: 12, perSecond: 0.5 };

export type Purpose = keyof typeof ALLOWANCES;

type Buckets = { [P in Purpose]?: TokenBucket };

const SWEEP_FROM = 1_024;

/** The buckets of all devices of a forum. They outlive a connection, so that coming again gains nothing. */
export class DeviceLimits {
  readonly #clock: Clock;
  readonly #devices = new Map<string, Buckets>();
  #sweepAt = SWEEP_FROM;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** May `device` do this once more now? Takes nothing. */
  has(device: string, purpose: Purpose): boolean {
    return this.#devices.get(device)?.[purpose]?.empty !== true;
  }

  /** May `device` do this once more now? */
  take(device: string, purpose: Purpose): boolean {
    let buckets = this.#devices.get(device);
    if (!buckets) {
      buckets = {};
      this.#devices.set(device, buckets);
      if (this.#devices.size >= this.#sweepAt) this.#sweep();
    }
    return (buckets[purpose] ??= new TokenBucket(this.#clock, ALLOWANCES[purpose])).take();
  }

  #sweep(): void {
    for (const [device, buckets] of this.#devices) {
      if (Object.values(buckets).every((bucket) => bucket.full)) this.#devices.delete(device);
    }
    this.#sweepAt = Math.max(SWEEP_FROM, 2 * this.#devices.size);
  }
}
