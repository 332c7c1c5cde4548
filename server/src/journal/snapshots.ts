/**
 * Snapshots of a forum's state: files beside the database that only make starting fast. A missing, torn
 * or older one, or one of another journal, is folded anew; nobody's words are in it.
 *
 * A file is lines of JSON, so that it is written and read piece by piece, however large: a header, the rows
 * of the tables some at a time, and a last line that says that this is all.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
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
type Header = Omit<StateSnapshot, 'tables'> & { readonly version: number };
type Rows = readonly [table: string, rows: StateDump[string]];

const ROWS_AT_ONCE = 1_000;
const NEWLINE = 10;
/** The last line: without it something is missing. */
const END = '"end"';

export const snapshotFile = (folder: string, forum: string): string =>
  join(folder, 'snapshots', `${forum}.json`);

/** The snapshot in `file`, or null if there is none that belongs to the journal that `digestAt` reads. */
export function readSnapshot(
  file: string,
  digestAt: (seq: number) => string | null,
): StateSnapshot | null {
  try {
    return fromLines(linesIn(readFileSync(file)), digestAt);
  } catch {
    return null;
  }
}

/** The snapshot that `text` holds, or null if it does not belong to this journal. Throws if it is torn. */
export const parseSnapshot = (
  text: string,
  digestAt: (seq: number) => string | null,
): StateSnapshot | null => fromLines(text.split('\n'), digestAt);

export const snapshotText = (snapshot: StateSnapshot): string => [...linesOf(snapshot)].join('\n');

function fromLines(
  lines: Iterable<string>,
  digestAt: (seq: number) => string | null,
): StateSnapshot | null {
  let snapshot: StateSnapshot | null = null;
  let last = '';
  for (const line of lines) {
    last = line;
    if (line === END) continue;
    if (snapshot) {
      const [table, rows]: Rows = JSON.parse(line);
      const kept = (snapshot.tables[table] ??= []);
      for (const row of rows) kept.push(row);
      continue;
    }
    const { version, head, digest }: Header = JSON.parse(line);
    if (version !== STATE_VERSION || digest !== digestAt(head)) return null;
    snapshot = { head, digest, tables: {} };
  }
  if (last !== END) throw new Error('the end of the snapshot is missing');
  return snapshot;
}

function* linesIn(bytes: Buffer): Generator<string> {
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}

function* linesOf({ head, digest, tables }: StateSnapshot): Generator<string> {
  yield JSON.stringify({ version: STATE_VERSION, head, digest } satisfies Header);
  for (const [table, rows] of Object.entries(tables)) {
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      yield JSON.stringify([table, rows.slice(from, from + ROWS_AT_ONCE)] satisfies Rows);
  }
  yield END;
}

/** Replaces the snapshot in one step: a crash leaves the old one or the new one. */
export function writeSnapshot(file: string, snapshot: StateSnapshot): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.draft`;
  try {
    const handle = openSync(draft, 'w', 0o600);
    try {
      // Not writeSync: on a disk that fills up it writes a part and does not say so.
      let before = '';
      for (const line of linesOf(snapshot)) {
        writeFileSync(handle, before + line);
        before = '\n';
      }
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
