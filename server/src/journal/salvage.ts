/**
 * Copies out of a damaged database what can still be read, line by line as JSON: entries as they were
 * written, people's words, photos of slips (base64), and a line for each stretch that could not be read. Nothing is changed.
 */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { acknowledgedHeads, filesIn } from './acknowledged';
import { sync } from './durable-files';
import { readRow, type EntryRow } from './sqlite-journal';

export interface Salvaged {
  readonly entries: number;
  readonly words: number;
  readonly pictures: number;
  /** Entries that are known to be missing or damaged. */
  readonly lost: number;
}

/** So many numbers without an entry end a forum whose last number is not known. */
const GIVE_UP_AFTER = 20_000;

/** Writes `target`, which must not exist. Throws what the system says, and leaves nothing behind then. */
export function salvage(database: string, target: string): Salvaged {
  const db = new Database(database, { readonly: true, fileMustExist: true });
  try {
    const handle = openSync(target, 'wx', 0o600);
    const write = (line: string): void => void writeSync(handle, `${line}\n`);
    try {
      const counted = { entries: 0, words: 0, pictures: 0, lost: 0 };
      for (const forum of forumsOf(db, dirname(database))) {
        const { entries, lost } = copyEntries(db, forum, dirname(database), write);
        counted.entries += entries;
        counted.lost += lost;
      }
      counted.words = copyWords(db, write);
      counted.pictures = copyPictures(db, write);
      sync(target);
      return counted;
    } catch (error) {
      rmSync(target, { force: true });
      throw error;
    } finally {
      closeSync(handle);
    }
  } finally {
    db.close();
  }
}

/** What `read` gives, or `otherwise` where the database is too damaged for it. */
function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Database.SqliteError) return otherwise;
    throw error;
  }
}

/** The keys and marks beside the database name its forums when its own pages no longer do. */
function forumsOf(db: Database.Database, folder: string): readonly string[] {
  const listed = attempt(
    () => db.prepare<[], string>('SELECT DISTINCT forum FROM entries').pluck().all(),
    [],
  );
  const keys = filesIn(join(folder, 'keys')).map((name) => name.split('.')[0] ?? '');
  const marks = acknowledgedHeads(folder).map(([forum]) => forum);
  return [...new Set([...listed, ...marks, ...keys])].sort();
}

function copyEntries(
  db: Database.Database,
  forum: string,
  folder: string,
  write: (line: string) => void,
): { entries: number; lost: number } {
  const one = db.prepare<[string, number], EntryRow>(
    `SELECT seq, bytes, ${hasCrc(db) ? 'crc' : 'NULL AS crc'} FROM entries WHERE forum = ? AND seq = ?`,
  );
  const last = db.prepare<[string], number>('SELECT max(seq) FROM entries WHERE forum = ?').pluck();
  const known = Math.max(
    attempt(() => last.get(forum) ?? 0, 0),
    new Map(acknowledgedHeads(folder)).get(forum) ?? 0,
  );
  let [entries, lost, found] = [0, 0, 0];
  for (let seq = 1; seq <= known || seq - found <= GIVE_UP_AFTER; seq += 1) {
    const row = attempt(() => one.get(forum, seq), undefined);
    if (!row || !isWhole(forum, seq, row)) {
      if (seq <= known) lost += 1;
      continue;
    }
    if (seq > found + 1)
      write(JSON.stringify({ missing: { forum, from: found + 1, to: seq - 1 } }));
    write(row.bytes);
    found = seq;
    entries += 1;
  }
  if (found < known) write(JSON.stringify({ missing: { forum, from: found + 1, to: known } }));
  return { entries, lost };
}

/** Older databases have none, and are not brought to the newest form once they are damaged. */
const hasCrc = (db: Database.Database): boolean =>
  attempt(
    () => db.prepare<[], string>("SELECT name FROM pragma_table_info('entries')").pluck().all(),
    [],
  ).includes('crc');

function isWhole(forum: string, seq: number, row: EntryRow): boolean {
  try {
    readRow(forum, seq, row);
    return true;
  } catch {
    return false; // told as missing
  }
}

interface VaultRow {
  readonly forum: string;
  readonly id: string;
}

const copyWords = (db: Database.Database, write: (line: string) => void): number =>
  copyVault<VaultRow & { text: string }>(db, 'words', 'text', (words) =>
    write(JSON.stringify({ words })),
  );

const copyPictures = (db: Database.Database, write: (line: string) => void): number =>
  copyVault<VaultRow & { type: string; bytes: Buffer }>(db, 'pictures', 'type, bytes', (row) =>
    write(JSON.stringify({ picture: { ...row, bytes: row.bytes.toString('base64') } })),
  );

/** Rows come in the order of their keys; from the first page that cannot be read, from the other end. */
function copyVault<Row extends VaultRow>(
  db: Database.Database,
  table: string,
  columns: string,
  copy: (row: Row) => void,
): number {
  const seen = new Set<string>();
  for (const order of ['ASC', 'DESC']) {
    attempt(() => {
      const rows = db
        .prepare<[], Row>(
          `SELECT forum, id, ${columns} FROM ${table} ORDER BY forum ${order}, id ${order}`,
        )
        .iterate();
      for (const row of rows) {
        const key = `${row.forum} ${row.id}`;
        if (seen.has(key)) break;
        seen.add(key);
        copy(row);
      }
    }, undefined);
  }
  return seen.size;
}
