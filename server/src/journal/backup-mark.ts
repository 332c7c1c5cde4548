/** A small file in the data folder whose age is that of the last backup, whichever program took it. */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const markOf = (folder: string): string => join(folder, 'last-backup');

/** A folder that cannot be written does not make the backup worse. */
export function markBackup(folder: string, target: string): void {
  try {
    writeFileSync(markOf(folder), `${target}\n`, { mode: 0o600 });
  } catch {
    return;
  }
}

/** Milliseconds since 1970 by the machine's clock; null if no backup is known of. */
export const lastBackup = (folder: string): number | null =>
  statSync(markOf(folder), { throwIfNoEntry: false })?.mtimeMs ?? null;
