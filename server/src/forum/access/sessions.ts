/**
 * Who is signed in. Read at every connection and request, so sessions found once stay in memory. An actor (a
 * device in a role) has one session at a time.
 */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import {
  signInRoleSchema,
  zoneSchema,
  type SignInRole,
  type Zone,
} from '@wenzheng/shared/forum/access';
import { after, duration, type Instant } from '@wenzheng/shared/time/instant';
import { instantSchema } from '@wenzheng/shared/forum/words';
import type { Clock, Random } from '../../ports/ports';
import { linkHash, type LinkId } from './links';
import { hashToken, newToken } from './token';

export const SESSION_LIFETIME = duration(30 * 24 * 3_600_000);

export interface Session {
  readonly role: SignInRole;
  /** Stands as the actor in the journal: the same for a device and role that signs in again. */
  readonly actor: string;
  /** What the signed-in device is called. */
  readonly name: string;
  /** Where a kiosk stands, if the link it came by said so. */
  readonly zone: Zone | null;
  readonly expires: Instant;
}

/** A signed-in device as it is listed. */
export interface ListedSession {
  readonly role: SignInRole;
  readonly actor: string;
  readonly name: string;
  readonly created: Instant;
  readonly lastSeen: Instant;
}

const row = z.object({
  role: signInRoleSchema,
  actor: z.string(),
  name: z.string(),
  created: instantSchema,
});
const sessionRow = row.extend({ zone: zoneSchema.nullable() });
const listedRow = row.extend({ lastSeen: instantSchema });
const nameRow = z.object({ name: z.string() });
const cameByRow = z.object({ link: z.instanceof(Buffer).nullable() });

export class Sessions {
  readonly #db: Database;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #random: Random;
  readonly #known = new Map<string, Session>();
  /** By actor; not on disk yet. */
  readonly #seen = new Map<string, Instant>();
  readonly #ended: ((actor: string) => void)[] = [];

  constructor(db: Database, clock: Pick<Clock, 'now'>, random: Random) {
    this.#db = db;
    this.#clock = clock;
    this.#random = random;
  }

  /**
   * Signs a device in, in place of an earlier session of the same actor; `token` goes into its cookie and is
   * kept nowhere else. `link` is the one it came by; null after a PIN.
   */
  begin(
    role: SignInRole,
    actor: string,
    name: string,
    link: LinkId | null = null,
    zone: Zone | null = null,
  ): { token: string; session: Session } {
    this.end(actor);
    const token = newToken(this.#random);
    const created = this.#clock.now();
    this.#db
      .prepare(
        `INSERT INTO sessions (token_hash, role, actor, name, created, last_seen, link, zone)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(hashToken(token), role, actor, name, created, created, link && linkHash(link), zone);
    const session = { role, actor, name, zone, expires: after(created, SESSION_LIFETIME) };
    this.#known.set(token, session);
    return { token, session };
  }

  /** The session of `token`, or null if there is none, it was revoked or has run out. */
  find(token: string): Session | null {
    const session = this.#known.get(token) ?? this.#read(token);
    if (!session || session.expires <= this.#clock.now()) return null;
    this.#known.set(token, session);
    return session;
  }

  /** Everyone who is signed in, newest use first. */
  list(): ListedSession[] {
    const rows = this.#db
      .prepare(
        `SELECT role, actor, name, max(created) AS created, max(last_seen) AS lastSeen FROM sessions
         WHERE revoked IS NULL AND created > ? GROUP BY actor`,
      )
      .all(this.#clock.now() - SESSION_LIFETIME);
    return z
      .array(listedRow)
      .parse(rows)
      .map((each) => ({ ...each, lastSeen: this.#seen.get(each.actor) ?? each.lastSeen }))
      .sort((one, other) => other.lastSeen - one.lastSeen || other.created - one.created);
  }

  /** What this actor was called when it was last signed in; null if it never was. */
  lastName(actor: string): string | null {
    const found = this.#db
      .prepare(
        'SELECT name FROM sessions WHERE actor = ? ORDER BY created DESC, rowid DESC LIMIT 1',
      )
      .get(actor);
    return found === undefined ? null : nameRow.parse(found).name;
  }

  /**
   * Names who wrong PINs of this actor are counted with: with itself if it ever signed in by PIN, else with everybody
   * who came by the same link, as a link that works again makes any number of actors. Null if it never signed in.
   */
  countedWith(actor: string): string | null {
    const found = this.#db
      .prepare('SELECT link FROM sessions WHERE actor = ? ORDER BY link IS NOT NULL, created')
      .get(actor);
    if (found === undefined) return null;
    const { link } = cameByRow.parse(found);
    return link === null ? actor : link.toString('base64url');
  }

  rename(actor: string, name: string): void {
    this.#db
      .prepare('UPDATE sessions SET name = ? WHERE actor = ? AND revoked IS NULL')
      .run(name, actor);
    for (const [token, session] of this.#known)
      if (session.actor === actor) this.#known.set(token, { ...session, name });
  }

  /** This actor uses its session now; `writeSeen` brings it to the disk. */
  seen(actor: string): void {
    this.#seen.set(actor, this.#clock.now());
  }

  /** Writes down when those were seen that were since the last time. Errors: of the disk; nothing is lost. */
  writeSeen(): void {
    if (this.#seen.size === 0) return;
    const write = this.#db.prepare(
      'UPDATE sessions SET last_seen = ? WHERE actor = ? AND revoked IS NULL',
    );
    this.#db.transaction(() => this.#seen.forEach((at, actor) => void write.run(at, actor)))();
    this.#seen.clear();
  }

  /** Calls `listener` with the actor of every session that is revoked from now on. */
  whenEnded(listener: (actor: string) => void): void {
    this.#ended.push(listener);
  }

  /** Revokes the session of `token`, if it is one. */
  revoke(token: string): void {
    const session = this.find(token);
    if (session) this.end(session.actor);
  }

  /** Revokes whatever session this actor has; false if it had none. */
  end(actor: string): boolean {
    const { changes } = this.#db
      .prepare('UPDATE sessions SET revoked = ? WHERE actor = ? AND revoked IS NULL')
      .run(this.#clock.now(), actor);
    if (changes === 0) return false;
    this.#seen.delete(actor);
    for (const [token, session] of this.#known)
      if (session.actor === actor) this.#known.delete(token);
    for (const listener of this.#ended) listener(actor);
    return true;
  }

  #read(token: string): Session | null {
    const found = this.#db
      .prepare(
        'SELECT role, actor, name, created, zone FROM sessions WHERE token_hash = ? AND revoked IS NULL',
      )
      .get(hashToken(token));
    if (found === undefined) return null;
    const { created, ...session } = sessionRow.parse(found);
    return { ...session, expires: after(created, SESSION_LIFETIME) };
  }
}
