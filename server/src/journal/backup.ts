/**
 * A backup is one SQLite file, taken through SQLite's backup API while the hub goes on writing, and beside it
 * the keys of the forums in a file of their own: as in the data folder, the one alone tells nobody's votes.
 * Film clips and slides lie in a folder beside them. All are written under other names, checked, and take their names only when they are whole and on the disk.
 */
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import Database from 'better-sqlite3';
import { filesIn } from './acknowledged';
import { markBackup } from './backup-mark';
import { BackupFailed, backupFailed } from './backup-failed';
import { draftOf, forget, sync, writeDurably } from './durable-files';
import { mediaFolder } from '../media/files';
import { checkPages, extentsOf } from './inspection';
import { keepMedia } from './media-copies';
import { readRow, type EntryRow } from './sqlite-journal';

export interface BackupTask {
  readonly database: string;
  readonly keysFolder: string;
  /** Absolute path. */
  readonly target: string;
  /** Whether a backup of that name may be replaced. */
  readonly replace: boolean;
}

export interface BackupMade {
  readonly target: string;
  readonly keys: string;
  /** How many film clips and slides lie in the folder beside it. */
  readonly media: number;
  readonly forums: number;
  readonly entries: number;
  readonly bytes: number;
}

export const keysBeside = (backup: string): string => `${backup}.keys`;
export const mediaBeside = (backup: string): string => `${backup}.media`;

const beside = (target: string): string[] => [target, keysBeside(target), mediaBeside(target)];

/** Takes a backup from a read connection of its own. Rejects with BackupFailed. */
export async function takeBackup(task: BackupTask): Promise<BackupMade> {
  const { target, replace } = task;
  const keys = keysBeside(target);
  const folder = relative(dirname(task.database), target);
  // Never into the hub's own folder: by a slip its very database would be replaced.
  if (!folder.startsWith('..') && !isAbsolute(folder))
    throw new BackupFailed('not_writable', target, null);
  const taken = replace ? undefined : beside(target).find((file) => existsSync(file));
  if (taken !== undefined) throw new BackupFailed('exists', taken, null);
  const drafts = [target, keys].map(draftOf);
  try {
    for (const draft of drafts) forget(draft);
    const kept = await copyWithKeys(task, draftOf(target));
    const { forums, entries } = checkCopy(draftOf(target));
    if (forums.length === 0 && holdsForums(target)) throw new BackupFailed('empty', target, null);
    sync(draftOf(target));
    writeDurably(draftOf(keys), JSON.stringify(kept));
    const bytes = statSync(draftOf(target)).size;
    const media = keepMedia(mediaFolder(dirname(task.database)), mediaBeside(target));
    renameSync(draftOf(keys), keys);
    renameSync(draftOf(target), target);
    sync(dirname(target));
    markBackup(dirname(task.database), target);
    return { target, keys, media, forums: forums.length, entries, bytes };
  } catch (error) {
    for (const draft of drafts) forget(draft);
    throw backupFailed(error, target);
  }
}

/**
 * Copies the database and answers the keys that belong to it. A forum that closed meanwhile is open in a copy
 * that began before: the copy is made again, for it could not go on without the key that is gone.
 */
async function copyWithKeys({ database, keysFolder }: BackupTask, draft: string) {
  for (;;) {
    const before = keyFiles(keysFolder);
    await copyDatabase(database, draft);
    const keys = readKeys(keysFolder);
    if (before.every((name) => name in keys)) return keys;
    forget(draft);
  }
}

/** More than a database can have. */
const ALL_PAGES = 0x7fff_ffff;

async function copyDatabase(database: string, draft: string): Promise<void> {
  writeFileSync(draft, '', { mode: 0o600, flag: 'wx' });
  const db = new Database(database, { readonly: true });
  try {
    // All at once: between two steps, a commit of the hub would have it begin anew.
    await db.backup(draft, { progress: () => ALL_PAGES });
  } finally {
    db.close();
  }
}

/** A person may have laid something else beside them. */
const keyFiles = (folder: string): readonly string[] =>
  filesIn(folder).filter((name) => name.endsWith('.key'));

const readKeys = (folder: string): Record<string, string> =>
  Object.fromEntries(
    keyFiles(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

/** Whether `file` is a backup with forums in it, which one without any does not replace: another folder was meant. */
function holdsForums(file: string): boolean {
  if (!existsSync(file)) return false;
  const db = new Database(file, { readonly: true });
  try {
    return extentsOf(db).length > 0;
  } catch {
    return false;
  } finally {
    db.close();
  }
}

export interface CheckedCopy {
  /** Ids. */
  readonly forums: readonly string[];
  readonly entries: number;
}

/** Reads the whole copy: pages, order and contents. It becomes one file without a log beside it. */
export function checkCopy(file: string): CheckedCopy {
  const db = new Database(file, { fileMustExist: true });
  try {
    db.pragma('journal_mode = DELETE');
    checkPages(db, file);
    const rows = db.prepare<[string], EntryRow>(
      'SELECT seq, bytes, crc FROM entries WHERE forum = ? ORDER BY seq',
    );
    const extents = extentsOf(db);
    for (const { forum } of extents) {
      let seq = 0;
      for (const row of rows.iterate(forum)) readRow(forum, (seq += 1), row);
    }
    const entries = extents.reduce((sum, each) => sum + each.entries, 0);
    return { forums: extents.map(({ forum }) => forum), entries };
  } finally {
    db.close();
  }
}
