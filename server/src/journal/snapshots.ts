/**
 * Snapshots of a forum's state: files beside the database that only make starting fast. A missing, torn
 * or older one is folded anew from the journal; nobody's words are in it.
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
  readonly tables: StateDump;
}

export const snapshotFile = (folder: string, forum: string): string =>
  join(folder, 'snapshots', `${forum}.json`);

/** The snapshot in `file`, or null if there is none that this hub can read. */
export function readSnapshot(file: string): StateSnapshot | null {
  try {
    const read: { version: number; head: number; tables: StateDump } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    return read.version === STATE_VERSION ? { head: read.head, tables: read.tables } : null;
  } catch {
    return null;
  }
}

/** Replaces the snapshot in one step: a crash leaves the old one or the new one. */
export function writeSnapshot(file: string, { head, tables }: StateSnapshot): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.draft`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeSync(handle, JSON.stringify({ version: STATE_VERSION, head, tables }));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}
