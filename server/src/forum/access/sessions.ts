/** Who is signed in. Read at every connection and request, so sessions found once stay in memory. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { staffRoleSchema, type StaffRole } from '@wenzheng/shared/forum/access';
import { after, duration, type Instant } from '@wenzheng/shared/time/instant';
import { instantSchema } from '@wenzheng/shared/forum/words';
import type { Clock, Random } from '../../ports/ports';
import { hashToken, newToken } from './token';

export const SESSION_LIFETIME = duration(30 * 24 * 3_600_000);

export interface Session {
  readonly role: StaffRole;
  /** Stands as the actor in the journal: the same for a device and role that signs in again. */
  readonly actor: string;
  /** What the signed-in device is called. */
  readonly name: string;
  readonly expires: Instant;
}

const row = z.object({
  role: staffRoleSchema,
  actor: z.string(),
  name: z.string(),
  created: instantSchema,
});

export class Sessions {
  readonly #db: Database;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #random: Random;
  readonly #known = new Map<string, Session>();
  readonly #ended: ((actor: string) => void)[] = [];

  constructor(db: Database, clock: Pick<Clock, 'now'>, random: Random) {
    this.#db = db;
    this.#clock = clock;
    this.#random = random;
  }

  /** Signs a device in; `token` goes into its cookie and is kept nowhere else. */
  begin(role: StaffRole, actor: string, name: string): { token: string; session: Session } {
    const token = newToken(this.#random);
    const created = this.#clock.now();
    this.#db
      .prepare(
        'INSERT INTO sessions (token_hash, role, actor, name, created) VALUES (?, ?, ?, ?, ?)',
      )
      .run(hashToken(token), role, actor, name, created);
    const session = { role, actor, name, expires: after(created, SESSION_LIFETIME) };
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

  /** Calls `listener` with the actor of every session that is revoked from now on. */
  whenEnded(listener: (actor: string) => void): void {
    this.#ended.push(listener);
  }

  revoke(token: string): void {
    const session = this.find(token);
    this.#known.delete(token);
    this.#db
      .prepare('UPDATE sessions SET revoked = ? WHERE token_hash = ? AND revoked IS NULL')
      .run(this.#clock.now(), hashToken(token));
    if (session) for (const listener of this.#ended) listener(session.actor);
  }

  #read(token: string): Session | null {
    const found = this.#db
      .prepare(
        'SELECT role, actor, name, created FROM sessions WHERE token_hash = ? AND revoked IS NULL',
      )
      .get(hashToken(token));
    if (found === undefined) return null;
    const { created, ...session } = row.parse(found);
    return { ...session, expires: after(created, SESSION_LIFETIME) };
  }
}
