/** PINs of eight digits, one for each role that has one; slow to check, so that a stolen copy is slow to guess. */
import { scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { signInRoleSchema, type SignInRole } from '@wenzheng/shared/forum/access';
import type { Clock, Random } from '../../ports/ports';

export const PIN_DIGITS = 8;
const HASH_BYTES = 32;
const SALT_BYTES = 16;
const COST: ScryptOptions = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 };

const row = z.object({
  role: signInRoleSchema,
  salt: z.instanceof(Buffer),
  hash: z.instanceof(Buffer),
});
const roleRow = row.pick({ role: true });

export class Pins {
  readonly #db: Database;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #random: Random;

  constructor(db: Database, clock: Pick<Clock, 'now'>, random: Random) {
    this.#db = db;
    this.#clock = clock;
    this.#random = random;
  }

  /** Whether any role has a PIN; none has before the first start. */
  exist(): boolean {
    return this.roles().length > 0;
  }

  /** The roles that have a PIN. */
  roles(): SignInRole[] {
    const rows = this.#db.prepare('SELECT role FROM pins').all();
    return z
      .array(roleRow)
      .parse(rows)
      .map(({ role }) => role);
  }

  /** Gives `role` a new PIN, in place of any it had; this is the only time it can be read. */
  async make(role: SignInRole): Promise<string> {
    const drawn = Buffer.from(this.#random.bytes(6)).readUIntBE(0, 6) % 10 ** PIN_DIGITS;
    const pin = String(drawn).padStart(PIN_DIGITS, '0');
    const salt = Buffer.from(this.#random.bytes(SALT_BYTES));
    this.#db
      .prepare('INSERT OR REPLACE INTO pins (role, salt, hash, created) VALUES (?, ?, ?, ?)')
      .run(role, salt, await hashPin(pin, salt), this.#clock.now());
    return pin;
  }

  /** The one of `roles` whose PIN this is, or null; the PINs of other roles are not asked. */
  async check(pin: string, roles: readonly SignInRole[]): Promise<SignInRole | null> {
    const rows = z.array(row).parse(this.#db.prepare('SELECT role, salt, hash FROM pins').all());
    for (const { role, salt, hash } of rows) {
      if (!roles.includes(role)) continue;
      if (timingSafeEqual(await hashPin(pin, salt), hash)) return role;
    }
    return null;
  }
}

function hashPin(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, HASH_BYTES, COST, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}
