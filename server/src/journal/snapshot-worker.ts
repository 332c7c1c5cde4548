/** Folds the journal in a thread of its own, from its own read connection, and writes a snapshot. */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { replay } from '../engine/evolve';
import { dumpState, emptyState, loadState } from '../engine/state';
import { giveWay } from '../ports/give-way';
import type { Entry } from './entry';
import { readSnapshot, writeSnapshot } from './snapshots';
import { digestOf, readRows, type RawEntryRow } from './sqlite-journal';

export interface SnapshotTask {
  readonly database: string;
  readonly forum: string;
  readonly file: string;
  /** Last entry to fold in; the end of a command. */
  readonly head: number;
}

const READ_AT_ONCE = 20_000;

export function takeSnapshot({ database, forum, file, head }: SnapshotTask): void {
  const db = new Database(database, { readonly: true });
  try {
    const digestAt = (seq: number): string | null => digestOf(db, forum, seq);
    const kept = readSnapshot(file, digestAt);
    const before = kept && kept.head <= head ? kept : null;
    const state = before ? loadState(before.tables) : emptyState();
    const read = db
      .prepare<[string, number, number, number], RawEntryRow>(
        'SELECT seq, bytes, crc FROM entries WHERE forum = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?',
      )
      .raw();
    let folded = before?.head ?? 0;
    while (folded < head) {
      const after = folded;
      const rows = readRows(forum, after + 1, read.all(forum, after, head, READ_AT_ONCE));
      const whole = wholeCommands(rows, head);
      if (whole.length === 0) throw new Error(`entries after ${folded} are missing`);
      replay(state, whole);
      folded += whole.length;
    }
    const digest = digestAt(head);
    if (digest === null) throw new Error(`entry ${head} is missing`);
    writeSnapshot(file, { head, digest, tables: dumpState(state) });
  } finally {
    db.close();
  }
}

/** Leaves off the last command if it may go on in what is read next. */
function wholeCommands(rows: readonly Entry[], head: number): readonly Entry[] {
  const last = rows.at(-1);
  if (!last || last.seq === head) return rows;
  return rows.slice(
    0,
    rows.findIndex(({ first }) => first === last.first),
  );
}

if (parentPort) {
  giveWay();
  takeSnapshot(workerData as SnapshotTask);
  parentPort.postMessage('done');
}
