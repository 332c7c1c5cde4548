/** Why a data folder cannot be used, and what is known of it: enough to tell a person what to do. */
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { JournalDamaged, JournalTooNew } from './port';

export type StartProblem =
  | { readonly code: 'data_not_writable' }
  | { readonly code: 'data_full' }
  | { readonly code: 'data_in_use' }
  | { readonly code: 'data_too_new' }
  /** There has never been a hub here. */
  | { readonly code: 'data_missing' }
  /** `found` says in SQLite's or the hub's words what is wrong. */
  | { readonly code: 'data_damaged'; readonly file: string; readonly found: string }
  /** The database is not there, though other files tell that there was one. */
  | { readonly code: 'data_gone'; readonly file: string }
  /** The journal ends before an entry that was acknowledged. */
  | {
      readonly code: 'data_behind';
      readonly file: string;
      readonly forum: string;
      readonly holds: number;
      readonly acknowledged: number;
      /** Folder that remembers what was acknowledged. */
      readonly mark: string;
    }
  | { readonly code: 'key_gone'; readonly file: string };

export class StartError extends Error {
  readonly problem: StartProblem;
  constructor(problem: StartProblem, cause: unknown) {
    super(problem.code, { cause });
    this.problem = problem;
  }
  get code(): StartProblem['code'] {
    return this.problem.code;
  }
}

/** Whether another process has the folder. */
export const isInUse = (error: unknown): boolean =>
  error instanceof StartError && error.code === 'data_in_use';

const LONGEST_FOUND = 160;
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_FOUND);

export const damaged = (file: string, found: string, cause: unknown): StartError =>
  new StartError({ code: 'data_damaged', file, found: oneLine(found) }, cause);

/** What `error`, met while opening `file`, means for a start; itself if it is a fault of the program. */
export function startError(error: unknown, file: string): unknown {
  if (error instanceof JournalTooNew) return new StartError({ code: 'data_too_new' }, error);
  if (error instanceof JournalDamaged) return damaged(file, error.message, error);
  if (!(error instanceof Database.SqliteError)) return error;
  const { code } = error;
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return damaged(file, error.message, error);
  if (isDiskFull(error, file)) return new StartError({ code: 'data_full' }, error);
  return /^SQLITE_(READONLY|CANTOPEN|PERM|IOERR)/.test(code)
    ? new StartError({ code: 'data_not_writable' }, error)
    : error;
}

/** SQLite cannot make its shared memory with less. */
const LEAST_ROOM_BYTES = 64 * 1_024;

/** Whether `error` comes of a full disk: SQLite says so of its database, but not of the files beside it. */
export function isDiskFull(error: unknown, file: string): boolean {
  if (!(error instanceof Database.SqliteError)) return false;
  if (error.code === 'SQLITE_FULL') return true;
  return /^SQLITE_(IOERR|CANTOPEN)/.test(error.code) && roomBeside(file) < LEAST_ROOM_BYTES;
}

function roomBeside(file: string): number {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY; // no word of the disk: the error stands for itself
  }
}
