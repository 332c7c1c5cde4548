/**
 * Counts wrong PINs. All devices that never signed in share one bucket, because new cookies cost a guesser
 * nothing; each device that once did has its own, so that a guesser never locks the host out.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_S = 600;
const UNKNOWN_DEVICES = 20;
const KNOWN_DEVICE = 10;

export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly waitSeconds: number | null };

export class PinAttempts {
  readonly #unknown = new RateLimiterMemory({ points: UNKNOWN_DEVICES, duration: WINDOW_S });
  readonly #known = new RateLimiterMemory({ points: KNOWN_DEVICE, duration: WINDOW_S });

  /**
   * Runs `check` unless there were too many wrong PINs; counted before, given back if right, so that
   * attempts made at the same time count too. `known` is the id of a device that once signed in.
   * A failed attempt says how long to wait, or null if the PIN was wrong.
   */
  async attempt<T>(known: string | null, check: () => Promise<T | null>): Promise<Attempt<T>> {
    const [limiter, key] = known === null ? [this.#unknown, 'all'] : [this.#known, known];
    const waitSeconds = await take(limiter, key);
    if (waitSeconds !== null) return { ok: false, waitSeconds };
    const value = await check();
    if (value === null) return { ok: false, waitSeconds: null };
    await limiter.reward(key);
    return { ok: true, value };
  }
}

/** Null if there was room, else the seconds until there will be. */
async function take(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (problem) {
    if (problem instanceof RateLimiterRes)
      return Math.max(1, Math.ceil(problem.msBeforeNext / 1_000));
    throw problem;
  }
}
