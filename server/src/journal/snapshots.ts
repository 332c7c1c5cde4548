/**
 * Snapshots of a forum's state: files beside the database that only make starting fast. A missing, torn
 * or older one, or one of another journal, is folded anew; nobody's words are in it.
 *
 * A file is lines of JSON, so that it is written and read piece by piece, however large: a header, the rows
 * of the tables some at a time, and a last line with the CRC of all that stands before it.
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
import { crc32 } from 'node:zlib';
import { isKnown, knownTypes } from '../engine/evolve';
import { STATE_VERSION, type StateDump } from '../engine/state';
import { filesIn } from './acknowledged';

export interface StateSnapshot {
  /** Number of the last entry folded in. */
  readonly head: number;
  /** Digest of that entry's bytes: the snapshot belongs to this journal and no other. */
  readonly digest: string;
  readonly tables: StateDump;
}
interface Header extends Omit<StateSnapshot, 'tables'> {
  readonly version: number;
  /** What the one who wrote it knew of; left out by older hubs. */
  readonly types?: readonly string[];
}
type Rows = readonly [table: string, rows: StateDump[string]];
/** The last line: without it something is missing. */
type End = readonly ['end', crc: number];

const ROWS_AT_ONCE = 1_000;
const NEWLINE = 10;

const ENDING = '.json';

export const snapshotFile = (folder: string, forum: string): string =>
  join(folder, 'snapshots', `${forum}${ENDING}`);

/** Forums of which `folder` holds a snapshot, be it good or not. */
export const forumsWithSnapshot = (folder: string): readonly string[] =>
  filesIn(join(folder, 'snapshots'))
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length));

/** Digest of an entry of the journal that is there; null if it does not hold it. */
type DigestAt = (seq: number) => string | null;

/**
 * The snapshot in `file`; null if there is none that belongs to the journal that `digestAt` reads. Without
 * `digestAt` whoever asks has to look at that.
 */
export function readSnapshot(file: string, digestAt: DigestAt | null): StateSnapshot | null {
  try {
    return parseSnapshot(readFileSync(file), digestAt);
  } catch {
    return null;
  }
}

/** The snapshot that `bytes` hold, or null if it does not belong to this journal. Throws if it is torn or damaged. */
export function parseSnapshot(bytes: Buffer, digestAt: DigestAt | null): StateSnapshot | null {
  const rows = linesIn(wholePart(bytes));
  const { version, head, digest, types = [] }: Header = JSON.parse(rows.next().value ?? '');
  // What a newer hub has folded in would be missing from the tables that this one knows.
  if (version !== STATE_VERSION || !types.every(isKnown)) return null;
  if (digestAt && digest !== digestAt(head)) return null;
  const tables: StateDump = {};
  for (const line of rows) {
    const [table, some]: Rows = JSON.parse(line);
    const kept = (tables[table] ??= []);
    for (const row of some) kept.push(row);
  }
  return { head, digest, tables };
}

/** All but the last line, which must say that this is what was written. */
function wholePart(bytes: Buffer): Buffer {
  const lastLine = bytes.lastIndexOf(NEWLINE) + 1;
  const [word, crc]: End = JSON.parse(bytes.toString('utf8', lastLine));
  const part = bytes.subarray(0, lastLine);
  if (word !== 'end' || crc !== crc32(part))
    throw new Error('the snapshot is not as it was written');
  return part;
}

function* linesIn(bytes: Buffer): Generator<string, undefined> {
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, start);
    yield bytes.toString('utf8', start, newline);
    start = newline + 1;
  }
}

/** What a file of it holds, piece by piece. */
export function* snapshotPieces({ head, digest, tables }: StateSnapshot): Generator<Buffer> {
  let crc = 0;
  const piece = (value: Header | Rows): Buffer => {
    const line = Buffer.from(`${JSON.stringify(value)}\n`);
    crc = crc32(line, crc);
    return line;
  };
  yield piece({ version: STATE_VERSION, types: knownTypes(), head, digest });
  for (const [table, rows] of Object.entries(tables)) {
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      yield piece([table, rows.slice(from, from + ROWS_AT_ONCE)]);
  }
  yield Buffer.from(JSON.stringify(['end', crc] satisfies End));
}

/** Replaces the snapshot in one step: a crash leaves the old one or the new one. */
export function writeSnapshot(file: string, snapshot: StateSnapshot): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.draft`;
  try {
    const handle = openSync(draft, 'w', 0o600);
    try {
      // Not writeSync: on a disk that fills up it writes a part and does not say so.
      for (const piece of snapshotPieces(snapshot)) writeFileSync(handle, piece);
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
