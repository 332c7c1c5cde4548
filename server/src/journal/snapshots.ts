/**
 * Snapshots of a forum's state: files beside the database that only make starting fast. A missing, torn
 * or older one, or one of another journal, is folded anew; nobody's words are in it.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { STATE_VERSION, type StateDump } from '../engine/state';

export interface StateSnapshot {
  /** Number of the last entry folded in. */
  readonly head: number;
  /** Digest of that entry's bytes: the snapshot belongs to this journal and no other. */
  readonly digest: string;
  readonly tables: StateDump;
}

export const snapshotFile = (folder: string, forum: string): string =>
  join(folder, 'snapshots', `${forum}.json`);

/** The snapshot in `file`, or null if there is none that belongs to the journal that `digestAt` reads. */
export function readSnapshot(
  file: string,
  digestAt: (seq: number) => string | null,
): StateSnapshot | null {
  try {
    const read: StateSnapshot & { version: number } = JSON.parse(readFileSync(file, 'utf8'));
    if (read.version !== STATE_VERSION || read.digest !== digestAt(read.head)) return null;
    return { head: read.head, digest: read.digest, tables: read.tables };
  } catch {
    return null;
  }
}

/** Replaces the snapshot in one step: a crash leaves the old one or the new one. */
export function writeSnapshot(file: string, snapshot: StateSnapshot): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.draft`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeSync(handle, JSON.stringify({ version: STATE_VERSION, ...snapshot }));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}
