/** Files that are on the disk before anybody relies on them. */
import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs';

/** The name of a file while it is being written. */
export const draftOf = (file: string): string => `${file}.draft`;

/** Brings a file, or the names in a folder, to the disk. */
export function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a file that only its owner reads. Throws what the system says, also if there is one. */
export function writeDurably(file: string, contents: string | Uint8Array): void {
  writeFileSync(file, contents, { mode: 0o600, flag: 'wx' });
  sync(file);
}

/** Removes a draft and what SQLite put beside it. */
export function forget(draft: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${draft}${end}`, { force: true });
}
