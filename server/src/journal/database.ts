/** Opens the hub's one SQLite file: lock, settings that make a commit durable, migrations. */
import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MIGRATIONS } from './migrations';

export type StartErrorCode = 'data_not_writable' | 'data_in_use' | 'data_too_new' | 'data_damaged';

/** Why the data folder cannot be used; the code tells what a person has to do. */
export class StartError extends Error {
  readonly code: StartErrorCode;
  constructor(code: StartErrorCode, cause: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

export interface OpenedDatabase {
  readonly db: Database.Database;
  readonly file: string;
  close(): void;
}

const FILE = 'wenzheng.sqlite';
const LOCK = 'hub.lock';

/** Opens (and makes) the database in `folder`, for this process alone. Throws StartError. */
export function openDatabase(folder: string): OpenedDatabase {
  makeFolder(folder);
  const lock = takeLock(join(folder, LOCK));
  const file = join(folder, FILE);
  try {
    const db = new Database(file);
    configure(db);
    migrate(db);
    return {
      db,
      file,
      close: () => {
        db.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw startError(error);
  }
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
    throw new StartError('data_not_writable', error);
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
    throw isSqlite(error, 'SQLITE_BUSY') ? new StartError('data_in_use', error) : startError(error);
  }
}

/** Brings the file to the newest form. Throws `data_too_new` for one that a later hub has written. */
function migrate(db: Database.Database): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > MIGRATIONS.length) throw new StartError('data_too_new', null);
  MIGRATIONS.slice(version).forEach((step, index) => {
    db.transaction(() => {
      db.exec(step);
      db.pragma(`user_version = ${version + index + 1}`);
    })();
  });
}

const isSqlite = (error: unknown, code: string): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith(code);

function startError(error: unknown): unknown {
  if (error instanceof StartError || !(error instanceof Database.SqliteError)) return error;
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|IOERR)/.test(error.code)) {
    return new StartError('data_not_writable', error);
  }
  return /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
    ? new StartError('data_damaged', error)
    : error;
}
