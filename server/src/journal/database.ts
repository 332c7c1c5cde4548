/** Opens the hub's one SQLite file: lock, settings that make a commit durable, migrations. */
import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { inspect } from './inspection';
import { inspectApart } from './inspection-apart';
import { MIGRATIONS } from './migrations';
import { isInUse, StartError, startError } from './start-error';

export interface OpenedDatabase {
  readonly db: Database.Database;
  readonly file: string;
  close(): void;
}

const LOCK = 'hub.lock';
/** A command has the folder for a second or two, and a hub that cannot have it is not started again. */
const LOOKS = 30;
const LOOK_EVERY_MS = 100;

/** Opens (and makes) the database in `folder`, for this process alone. Throws StartError. */
export function openDatabase(folder: string): OpenedDatabase {
  const lock = lockFolder(folder);
  const file = databaseFile(folder);
  try {
    inspect(file);
    return openSound(file, lock);
  } catch (error) {
    lock.close();
    throw startError(error, file);
  }
}

/**
 * The same for one that may be large: then it is looked at in a thread of its own, whose program is `worker`, and
 * `meanwhile` is called while that goes on. Waits for a command that has the folder. Rejects with StartError.
 */
export async function openLargeDatabase(
  folder: string,
  worker: URL,
  meanwhile: () => void,
): Promise<OpenedDatabase> {
  const lock = await lockPatiently(folder);
  const file = databaseFile(folder);
  try {
    await inspectApart(file, worker, meanwhile);
    return openSound(file, lock);
  } catch (error) {
    lock.close();
    throw startError(error, file);
  }
}

/** Opens for writing what was found sound; closing it gives the folder free. */
function openSound(file: string, lock: { close(): void }): OpenedDatabase {
  const db = new Database(file);
  try {
    configure(db);
    migrate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  const close = (): void => {
    db.close();
    lock.close();
  };
  return { db, file, close };
}

export const databaseFile = (folder: string): string => join(folder, 'wenzheng.sqlite');
export const keysFolder = (folder: string): string => join(folder, 'keys');

/** Makes the folder if need be and keeps every other process off it until the answer is closed. Throws StartError. */
export function lockFolder(folder: string): { close(): void } {
  makeFolder(folder);
  return takeLock(join(folder, LOCK));
}

async function lockPatiently(folder: string): Promise<{ close(): void }> {
  for (let look = 1; look < LOOKS; look += 1) {
    try {
      return lockFolder(folder);
    } catch (error) {
      if (!isInUse(error)) throw error;
    }
    await wait(LOOK_EVERY_MS);
  }
  return lockFolder(folder);
}

/** Settings of every connection; the bundled build's default in WAL mode would be NORMAL. */
export function configure(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('busy_timeout = 2000');
}

function makeFolder(folder: string): void {
  try {
    // People's words, sessions and secrets: nobody else on the machine reads them.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    throw new StartError({ code: full ? 'data_full' : 'data_not_writable' }, error);
  }
}

/** An SQLite lock: the kernel gives it back when the process dies, however it dies. */
function takeLock(file: string): Database.Database {
  let lock: Database.Database | undefined;
  try {
    lock = new Database(file, { timeout: 0 });
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    throw error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
      ? new StartError({ code: 'data_in_use' }, error)
      : startError(error, file);
  }
}

/** Brings the file to the newest form. Throws `data_too_new` for one that a later hub has written. */
function migrate(db: Database.Database): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > MIGRATIONS.length) throw new StartError({ code: 'data_too_new' }, null);
  MIGRATIONS.slice(version).forEach((step, index) => {
    db.transaction(() => {
      db.exec(step);
      db.pragma(`user_version = ${version + index + 1}`);
    })();
  });
}
