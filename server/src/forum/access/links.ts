/** Sign-in links. Looking at one changes nothing: a preview in a chat must not use it up. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { signInRoleSchema, type SignInRole } from '@wenzheng/shared/forum/access';
import { after, duration, type Instant } from '@wenzheng/shared/time/instant';
import type { Clock, Random } from '../../ports/ports';
import { hashToken, newToken } from './token';

const HOUR_MS = 3_600_000;
const ONCE_LIFETIME = duration(24 * HOUR_MS);
const REUSABLE_LIFETIME = duration(7 * 24 * HOUR_MS);

export interface Link {
  readonly role: SignInRole;
  readonly once: boolean;
}

const row = z.object({ role: signInRoleSchema, once: z.int().transform((flag) => flag === 1) });

export class Links {
  readonly #db: Database;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #random: Random;

  constructor(db: Database, clock: Pick<Clock, 'now'>, random: Random) {
    this.#db = db;
    this.#clock = clock;
    this.#random = random;
  }

  /** A new link: for one sign-in within 24 hours, or for any number within 7 days. */
  make({ role, once }: Link): { token: string; expires: Instant } {
    const token = newToken(this.#random);
    const created = this.#clock.now();
    const expires = after(created, once ? ONCE_LIFETIME : REUSABLE_LIFETIME);
    this.#db
      .prepare(
        'INSERT INTO links (token_hash, role, once, created, expires) VALUES (?, ?, ?, ?, ?)',
      )
      .run(hashToken(token), role, once ? 1 : 0, created, expires);
    return { token, expires };
  }

  /** What the link would do, without using it; null if it works no more. */
  look(token: string): Link | null {
    const found = this.#db
      .prepare(
        `SELECT role, once FROM links
         WHERE token_hash = ? AND expires > ? AND (once = 0 OR used IS NULL)`,
      )
      .get(hashToken(token), this.#clock.now());
    return found === undefined ? null : row.parse(found);
  }

  /** Uses the link; the role to sign in as, or null if it works no more. */
  use(token: string): SignInRole | null {
    const now = this.#clock.now();
    const found = this.#db
      .prepare(
        `UPDATE links SET used = ?
         WHERE token_hash = ? AND expires > ? AND (once = 0 OR used IS NULL)
         RETURNING role, once`,
      )
      .get(now, hashToken(token), now);
    return found === undefined ? null : row.parse(found).role;
  }
}
