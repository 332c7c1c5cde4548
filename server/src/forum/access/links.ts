/** Sign-in links. Looking at one changes nothing: a preview in a chat must not use it up. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import {
  signInRoleSchema,
  zoneSchema,
  type LinkListing,
  type SignInRole,
  type Zone,
} from '@wenzheng/shared/forum/access';
import { instantSchema } from '@wenzheng/shared/forum/words';
import { after, duration, type Instant } from '@wenzheng/shared/time/instant';
import type { Clock, Random } from '../../ports/ports';
import { hashToken, newToken } from './token';

const HOUR_MS = 3_600_000;
const ONCE_LIFETIME = duration(24 * HOUR_MS);
const REUSABLE_LIFETIME = duration(7 * 24 * HOUR_MS);

export interface Link {
  readonly role: SignInRole;
  /** Where the kiosk stands; null for staff, and where it was not said. */
  readonly zone: Zone | null;
  readonly once: boolean;
}

/** `zone` is only for kiosks, and not all of them stand in one. */
export type NewLink = Pick<Link, 'role' | 'once'> & Partial<Pick<Link, 'zone'>>;

/** Names a link without opening anything: the hash of its token. */
export type LinkId = z.infer<typeof linkIdSchema>;
const linkIdSchema = z.string().brand<'LinkId'>();

/** How a link stands in the database. */
export const linkHash = (id: LinkId): Buffer => Buffer.from(id, 'base64url');

/** Holds for links that still let somebody in; takes the present time. */
const WORKS = 'expires > ? AND cancelled IS NULL AND (once = 0 OR used IS NULL)';

const row = z.object({
  role: signInRoleSchema,
  zone: zoneSchema.nullable(),
  once: z.int().transform((flag) => flag === 1),
});
const listedRow = row.extend({
  id: z.instanceof(Buffer).transform((hash) => linkIdSchema.parse(hash.toString('base64url'))),
  created: instantSchema,
  expires: instantSchema,
  uses: z.int(),
});
const usedRow = listedRow.pick({ id: true, role: true, zone: true });
const actorRow = z.object({ actor: z.string() });

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
  make({ role, once, zone = null }: NewLink): { token: string; expires: Instant } {
    const token = newToken(this.#random);
    const created = this.#clock.now();
    const expires = after(created, once ? ONCE_LIFETIME : REUSABLE_LIFETIME);
    this.#db
      .prepare(
        'INSERT INTO links (token_hash, role, zone, once, created, expires) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(hashToken(token), role, zone, once ? 1 : 0, created, expires);
    return { token, expires };
  }

  /** What the link would do, without using it; null if it works no more. */
  look(token: string): Link | null {
    const found = this.#db
      .prepare(`SELECT role, zone, once FROM links WHERE token_hash = ? AND ${WORKS}`)
      .get(hashToken(token), this.#clock.now());
    return found === undefined ? null : row.parse(found);
  }

  /** Uses the link; the role to sign in as, or null if it works no more. */
  use(token: string): (Pick<Link, 'role' | 'zone'> & { readonly link: LinkId }) | null {
    const now = this.#clock.now();
    const found = this.#db
      .prepare(
        `UPDATE links SET used = ?, uses = uses + 1 WHERE token_hash = ? AND ${WORKS}
         RETURNING token_hash AS id, role, zone`,
      )
      .get(now, hashToken(token), now);
    if (found === undefined) return null;
    const { id, role, zone } = usedRow.parse(found);
    return { role, zone, link: id };
  }

  /** Those that still work, newest first. */
  list(): (LinkListing & { readonly id: LinkId })[] {
    const rows = this.#db
      .prepare(
        `SELECT token_hash AS id, role, zone, once, created, expires, uses FROM links WHERE ${WORKS}
         ORDER BY created DESC, rowid DESC`,
      )
      .all(this.#clock.now());
    return z.array(listedRow).parse(rows);
  }

  /** Nobody gets in by it from now on; sessions that began by it go on. */
  cancel(id: LinkId): void {
    this.#db
      .prepare('UPDATE links SET cancelled = ? WHERE token_hash = ? AND cancelled IS NULL')
      .run(this.#clock.now(), linkHash(id));
  }

  /** Actors who ever came by a reusable link that still works. */
  actorsWithReusable(): ReadonlySet<string> {
    const rows = this.#db
      .prepare(
        `SELECT DISTINCT actor FROM sessions
         WHERE link IN (SELECT token_hash FROM links WHERE once = 0 AND ${WORKS})`,
      )
      .all(this.#clock.now());
    return new Set(
      z
        .array(actorRow)
        .parse(rows)
        .map(({ actor }) => actor),
    );
  }

  /**
   * Cancels the reusable links that this actor ever came by, whichever way it came last; how many there were.
   */
  cancelReusableOf(actor: string): number {
    const now = this.#clock.now();
    return this.#db
      .prepare(
        `UPDATE links SET cancelled = ? WHERE once = 0 AND ${WORKS}
         AND token_hash IN (SELECT link FROM sessions WHERE actor = ?)`,
      )
      .run(now, now, actor).changes;
  }
}
