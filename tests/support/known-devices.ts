/** Devices that the hub knows, without opening a page for each. */
import path from 'node:path';
import Database from 'better-sqlite3';
import { SignedIds } from '@wenzheng/server/src/forum/access/signed-ids';
import { systemRandom } from '@wenzheng/server/src/ports/system';

/** Cookies as the hub with this data folder gives them out. */
export function mintCookies(data: string, count: number): string[] {
  const db = new Database(path.join(data, 'wenzheng.sqlite'), { readonly: true });
  const row = db
    .prepare<[], { value: Buffer }>("SELECT value FROM secrets WHERE name = 'device'")
    .get();
  db.close();
  if (!row) throw new Error('the hub has no key for devices');
  const devices = new SignedIds(row.value, systemRandom);
  return Array.from({ length: count }, () => `wz_device=${devices.issue()}`);
}
