/**
 * Counts wrong PINs. All devices share one bucket, because new cookies cost a guesser nothing; who once signed in as
 * a role has another for the PIN of that role alone. So a guesser never locks the host's tablet out, and devices made
 * known in a lesser role gain no guess at the host's PIN.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { SignInRole } from '@wenzheng/shared/forum/access';

export const WINDOW_S = 600;
/** Wrong PINs in a window, of all devices together. */
export const SHARED_ATTEMPTS = 20;
/** Wrong PINs in a window of one that is known in a role. */
export const OWN_ATTEMPTS = 10;

export interface Known {
  readonly role: SignInRole;
  /** Names the bucket; nobody can make up new ones. */
  readonly bucket: string;
}

/** The one of `roles` whose PIN it is, or null. */
export type CheckPin = (roles: readonly SignInRole[]) => Promise<SignInRole | null>;

export type Attempt =
  | { readonly ok: true; readonly role: SignInRole }
  | { readonly ok: false; readonly waitSeconds: number | null };

interface Place {
  readonly limiter: RateLimiterMemory;
  readonly key: string;
}

export class PinAttempts {
  readonly #shared = new RateLimiterMemory({ points: SHARED_ATTEMPTS, duration: WINDOW_S });
  readonly #own = new RateLimiterMemory({ points: OWN_ATTEMPTS, duration: WINDOW_S });

  /**
   * Holds a PIN against those of `roles`, as far as there is room: first, in buckets of their own, against the roles
   * that the device is `known` in, then against the others. Counted before, given back if right, so that attempts
   * made at the same time count too. A failed attempt says how long to wait, in seconds, or null if the PIN was wrong:
   * also when only the device's own roles could be asked, so that its owner may try again at once.
   */
  async attempt(
    known: readonly Known[],
    roles: readonly SignInRole[],
    check: CheckPin,
  ): Promise<Attempt> {
    const counted: Place[] = [];
    const waits: number[] = [];
    const hasRoom = async (place: Place): Promise<boolean> => {
      const wait = await take(place);
      if (wait === null) counted.push(place);
      else waits.push(wait);
      return wait === null;
    };

    let found: SignInRole | null = null;
    let left = roles;
    for (const { role, bucket } of known) {
      if (found !== null || !left.includes(role)) continue;
      if (!(await hasRoom({ limiter: this.#own, key: bucket }))) continue;
      found = await check([role]);
      left = left.filter((each) => each !== role);
    }
    const asked = counted.length > 0;
    if (found === null && (left.length > 0 || !asked))
      if (await hasRoom({ limiter: this.#shared, key: 'all' })) found = await check(left);

    if (found === null)
      return { ok: false, waitSeconds: counted.length > 0 ? null : Math.min(...waits) };
    await Promise.all(counted.map(({ limiter, key }) => limiter.reward(key)));
    return { ok: true, role: found };
  }
}

/** Null if there was room, else the seconds until there will be. */
async function take({ limiter, key }: Place): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (problem) {
    if (problem instanceof RateLimiterRes)
      return Math.max(1, Math.ceil(problem.msBeforeNext / 1_000));
    throw problem;
  }
}
