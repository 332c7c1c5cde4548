/** Keys that the hub makes for itself once and keeps with its data. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Random } from '../../ports/ports';

const SECRET_BYTES = 32;
const row = z.object({ value: z.instanceof(Buffer) });

/** The secret called `name`, made on first use. */
export function secret(db: Database, random: Random, name: string): Buffer {
  db.prepare('INSERT OR IGNORE INTO secrets (name, value) VALUES (?, ?)').run(
    name,
    Buffer.from(random.bytes(SECRET_BYTES)),
  );
  return row.parse(db.prepare('SELECT value FROM secrets WHERE name = ?').get(name)).value;
}
