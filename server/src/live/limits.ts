/** How fast a device may send: a bucket of tokens that fills again by the clock. */
import type { Clock } from '../ports/ports';

export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

export class TokenBucket {
  readonly #clock: Clock;
  readonly #allowance: Allowance;
  #tokens: number;
  #filledAt: number;

  constructor(clock: Clock, allowance: Allowance) {
    this.#clock = clock;
    this.#allowance = allowance;
    this.#tokens = allowance.burst;
    this.#filledAt = clock.monotonic();
  }

  /** Takes one token; false if there is none. */
  take(): boolean {
    const now = this.#clock.monotonic();
    const filled = ((now - this.#filledAt) / 1000) * this.#allowance.perSecond;
    this.#tokens = Math.min(this.#allowance.burst, this.#tokens + filled);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
