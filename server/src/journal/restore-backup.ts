/** Puts a backup where no database is, so that a hub can be started there. */
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { acknowledgedFolder } from './acknowledged';
import { mediaFolder } from '../media/files';
import { checkCopy, keysBeside, mediaBeside, type BackupMade } from './backup';
import { BackupFailed, backupFailed } from './backup-failed';
import { draftOf, forget, sync, writeDurably } from './durable-files';
import { keepMedia } from './media-copies';

export interface RestoreTask {
  readonly backup: string;
  /** Where the database is to lie; the caller holds the lock of its folder. */
  readonly database: string;
  readonly keysFolder: string;
}

/** Throws BackupFailed; what was there before is as it was. */
export function restoreBackup({ backup, database, keysFolder }: RestoreTask): BackupMade {
  // A log left from another database would be taken for this one's.
  const logs = [`${database}-wal`, `${database}-journal`];
  const marks = acknowledgedFolder(dirname(database));
  const media = mediaFolder(dirname(database));
  for (const file of [database, ...logs, keysFolder, marks, media])
    if (existsSync(file)) throw new BackupFailed('folder_in_use', file, null);
  if (!existsSync(backup)) throw new BackupFailed('not_a_backup', backup, null);
  const keys = readKeys(keysBeside(backup));
  const draft = draftOf(database);
  try {
    forget(draft);
    copyFileSync(backup, draft, constants.COPYFILE_EXCL);
    // A backup may be kept where nobody can write it.
    chmodSync(draft, 0o600);
    const { forums, entries } = checkCopy(draft);
    // A key for votes may be gone, as that of a closed forum is; the one for those who asked never.
    if (!forums.every((forum) => `${forum}.askers.key` in keys || `${forum}.key` in keys))
      throw new BackupFailed('keys_missing', keysBeside(backup), null);
    sync(draft);
    writeKeys(keysFolder, keys);
    // A backup without its folder is a forum without its films: displays show a card in their place.
    const films = keepMedia(mediaBeside(backup), media);
    const { size } = statSync(draft);
    renameSync(draft, database);
    sync(dirname(database));
    return {
      ...{ target: database, keys: keysFolder, media: films },
      ...{ forums: forums.length, entries, bytes: size },
    };
  } catch (error) {
    forget(draft);
    for (const folder of [keysFolder, media]) rmSync(folder, { recursive: true, force: true });
    throw backupFailed(error, backup);
  }
}

/** Names of key files and their contents, base64. */
const keysSchema = z.record(z.string().regex(/^[\w.-]+\.key$/), z.base64());

function readKeys(file: string): z.infer<typeof keysSchema> {
  if (!existsSync(file)) throw new BackupFailed('keys_missing', file, null);
  try {
    return keysSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new BackupFailed('damaged', file, error);
  }
}

function writeKeys(folder: string, keys: z.infer<typeof keysSchema>): void {
  mkdirSync(folder, { mode: 0o700 });
  for (const [name, key] of Object.entries(keys))
    writeDurably(join(folder, name), Buffer.from(key, 'base64'));
  sync(folder);
}
