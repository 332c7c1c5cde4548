/** Why a backup was not taken or not restored. */
import Database from 'better-sqlite3';
import { JournalDamaged, JournalTooNew } from './port';
import { isDiskFull, StartError } from './start-error';

export const BACKUP_PROBLEMS = [
  'exists',
  'empty',
  'full',
  'not_writable',
  'damaged',
  'keys_missing',
  'not_a_backup',
  'folder_in_use',
  'busy',
] as const;
export type BackupProblem = (typeof BACKUP_PROBLEMS)[number];

/** Why there is no backup, or none was restored; nothing that was there before has been touched. */
export class BackupFailed extends Error {
  readonly code: BackupProblem;
  /** The file it is about. */
  readonly file: string;
  constructor(code: BackupProblem, file: string, cause: unknown) {
    super(`${code}: ${file}`, { cause });
    this.code = code;
    this.file = file;
  }
}

/** What `error` means for a backup in `file`; itself if it is a fault of the program. */
export function backupFailed(error: unknown, file: string): unknown {
  if (error instanceof BackupFailed) return error;
  if (error instanceof JournalTooNew) return new StartError({ code: 'data_too_new' }, error);
  const code = problemOf(error, file);
  return code ? new BackupFailed(code, file, error) : error;
}

function problemOf(error: unknown, file: string): BackupProblem | null {
  if (error instanceof JournalDamaged || error instanceof StartError) return 'damaged';
  if (error instanceof Database.SqliteError) {
    if (isDiskFull(error, file)) return 'full';
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return 'damaged';
    return error.code === 'SQLITE_ERROR' ? 'not_a_backup' : 'not_writable';
  }
  if (!(error instanceof Error) || !('code' in error)) return null;
  return error.code === 'ENOSPC' ? 'full' : 'not_writable';
}
