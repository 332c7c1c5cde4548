/**
 * Looks at the database before the hub opens it, from a connection that can change nothing: opening a damaged
 * file for writing would fold a broken write-ahead log into it and throw the log away.
 */
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { acknowledgedFolder, acknowledgedHeads, filesIn } from './acknowledged';
import { MIGRATIONS } from './migrations';
import { damaged, startError, StartError } from './start-error';

/** Reading a larger file through would cost more than a second of the start; a backup checks it in full. */
export const CHECKED_UP_TO_BYTES = 1_024 ** 3;

interface Extent {
  readonly forum: string;
  readonly entries: number;
  readonly first: number;
  readonly last: number;
}

/** Throws StartError for a file that must not be opened; passes where there is no database yet. */
export function inspect(file: string): void {
  if (sizeOf(file) === 0) {
    if (hadDatabase(file)) throw new StartError({ code: 'data_gone', file }, null);
    return;
  }
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true });
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version > MIGRATIONS.length) throw new StartError({ code: 'data_too_new' }, null);
    if (sizeOf(file) <= CHECKED_UP_TO_BYTES) checkPages(db, file);
    if (version > 0) checkEntries(db, file);
  } catch (error) {
    throw startError(error, file);
  } finally {
    db?.close();
  }
}

/** Pages, their order and every index. Throws StartError. */
export function checkPages(db: Database.Database, file: string): void {
  const found = String(db.pragma('quick_check(1)', { simple: true }));
  if (found !== 'ok') throw damaged(file, found, null);
}

function checkEntries(db: Database.Database, file: string): void {
  const folder = dirname(file);
  const extents = new Map(extentsOf(db).map((extent) => [extent.forum, extent]));
  for (const { forum, entries, first, last } of extents.values())
    if (first !== 1 || last !== entries)
      throw damaged(file, `${forum}: ${entries} entries from ${first} to ${last}`, null);
  for (const [forum, acknowledged] of acknowledgedHeads(folder)) {
    const holds = extents.get(forum)?.last ?? 0;
    if (holds >= acknowledged) continue;
    const mark = acknowledgedFolder(folder);
    throw new StartError({ code: 'data_behind', file, forum, holds, acknowledged, mark }, null);
  }
}

/** How many entries each forum has, and their first and last numbers. */
export const extentsOf = (db: Database.Database): Extent[] =>
  db
    .prepare<[], Extent>(
      `SELECT forum, count(*) AS entries, min(seq) AS first, max(seq) AS last
       FROM entries GROUP BY forum`,
    )
    .all();

/** SQLite would begin an empty file in place of one that is missing, and throw its log away. */
export const hadDatabase = (file: string): boolean =>
  sizeOf(`${file}-wal`) > 0 ||
  acknowledgedHeads(dirname(file)).length > 0 ||
  filesIn(join(dirname(file), 'keys')).length > 0;

export const sizeOf = (file: string): number =>
  statSync(file, { throwIfNoEntry: false })?.size ?? 0;
