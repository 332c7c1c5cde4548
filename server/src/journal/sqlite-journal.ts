/** Journal and vault of one forum in the hub's SQLite file. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import { instant, type Instant } from '@wenzheng/shared/time/instant';
import type { Anchor } from '../ports/hub-clock';
import { decodeEntry, encodeEntry, type Entry } from './entry';
import {
  HeadMoved,
  JournalDamaged,
  JournalTooNew,
  StorageDamaged,
  StorageFailed,
  StorageFull,
  type Journal,
  type Kept,
  type Vault,
} from './port';
import { PicturesOf } from './pictures';
import type { Picture } from './picture';
import { isDiskFull } from './start-error';

/** An entry as it lies in the database; `crc` is null for one written by an older hub. */
export interface EntryRow {
  readonly seq: number;
  readonly bytes: string;
  readonly crc: number | null;
}
/** The same as SQLite gives it sooner where there are many. */
export type RawEntryRow = readonly [seq: number, bytes: string, crc: number | null];

export class SqliteJournal implements Journal, Vault {
  readonly #forum: string;
  readonly #file: string;
  readonly #write: (entries: readonly Entry[], kept: readonly Kept[], expectedHead: number) => void;
  readonly #read: Database.Statement<[string, number, number], RawEntryRow>;
  readonly #head: Database.Statement<[string], { head: number | null }>;
  readonly #pictures: PicturesOf;
  readonly #words: Database.Statement<[string], { readonly ids: string; readonly texts: string }>;

  /** `anchor` tells where the hub's time stands; it is kept with each commit. */
  constructor(db: Database.Database, forum: string, anchor: () => Anchor) {
    this.#forum = forum;
    this.#file = db.name;
    this.#read = db
      .prepare<[string, number, number], RawEntryRow>(
        'SELECT seq, bytes, crc FROM entries WHERE forum = ? AND seq >= ? ORDER BY seq LIMIT ?',
      )
      .raw();
    this.#head = db.prepare('SELECT max(seq) AS head FROM entries WHERE forum = ?');
    // In two pieces, as a row for each takes half as long again.
    this.#words = db.prepare(
      `SELECT json_group_array(id) AS ids, json_group_array(text) AS texts FROM words
       WHERE forum = ?`,
    );
    const pictures = (this.#pictures = new PicturesOf(db, forum));
    const addEntry = db.prepare<[string, number, string, number]>(
      'INSERT INTO entries (forum, seq, bytes, crc) VALUES (?, ?, ?, ?)',
    );
    const addWords = db.prepare<[string, string, Uint8Array, string]>(
      'INSERT INTO words (forum, id, salt, text) VALUES (?, ?, ?, ?)',
    );
    const keepTime = anchorKeeper(db);
    this.#write = db.transaction((entries, kept, expectedHead) => {
      const head = this.#head.get(forum)?.head ?? 0;
      if (head !== expectedHead) throw new HeadMoved(`head is ${head}, not ${expectedHead}`);
      for (const entry of entries) {
        const bytes = encodeEntry(entry);
        addEntry.run(forum, entry.seq, bytes, crc32(bytes));
      }
      for (const each of kept) {
        if ('text' in each) addWords.run(forum, each.id, each.salt, each.text);
        else pictures.add(each);
      }
      keepTime(anchor());
    });
  }

  append(entries: readonly Entry[], kept: readonly Kept[], expectedHead: number): Promise<void> {
    try {
      this.#write(entries, kept, expectedHead);
      return Promise.resolve();
    } catch (error) {
      return Promise.reject(storageError(error, this.#file));
    }
  }

  read(from: number, limit: number): Promise<readonly Entry[]> {
    try {
      return Promise.resolve(readRows(this.#forum, from, this.#read.all(this.#forum, from, limit)));
    } catch (error) {
      return Promise.reject(error);
    }
  }

  head(): Promise<number> {
    return Promise.resolve(this.#head.get(this.#forum)?.head ?? 0);
  }

  words(): Promise<Iterable<readonly [string, string]>> {
    const { ids, texts } = this.#words.get(this.#forum) ?? { ids: '[]', texts: '[]' };
    const found: string[] = JSON.parse(texts);
    return Promise.resolve(
      (JSON.parse(ids) as string[]).map((id, index) => [id, found[index] ?? ''] as const),
    );
  }

  picture(id: string): Promise<Picture | null> {
    return Promise.resolve(this.#pictures.find(id));
  }

  erasePicturesBut(named: ReadonlySet<string>): Promise<void> {
    try {
      this.#pictures.eraseBut(named);
      return Promise.resolve();
    } catch (error) {
      return Promise.reject(storageError(error, this.#file));
    }
  }
}

/** The entry of a row that should hold number `seq`. Errors: JournalDamaged, JournalTooNew. */
export function readRow(forum: string, seq: number, row: EntryRow): Entry {
  const wrong = (problem: string): JournalDamaged =>
    new JournalDamaged(`${forum}: entry ${seq} ${problem}`);
  if (row.seq !== seq) throw wrong('is missing');
  if (row.crc !== null && row.crc !== crc32(row.bytes)) throw wrong('is not as it was written');
  try {
    return decodeEntry(row.bytes);
  } catch (error) {
    if (error instanceof JournalTooNew) throw error;
    throw wrong(error instanceof Error ? error.message : 'cannot be read');
  }
}

/** The entries of rows that should hold the numbers from `from` on. Errors: JournalDamaged, JournalTooNew. */
export const readRows = (forum: string, from: number, rows: readonly RawEntryRow[]): Entry[] =>
  rows.map(([seq, bytes, crc], index) => readRow(forum, from + index, { seq, bytes, crc }));

/** What a commit or another write to `file` that failed means; itself if SQLite did not say it. */
export function storageError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code, message } = error;
  if (isDiskFull(error, file)) return new StorageFull(message, { cause: error });
  const Failure = /^SQLITE_(CORRUPT|NOTADB)/.test(code) ? StorageDamaged : StorageFailed;
  return new Failure(`${code}: ${message}`, { cause: error });
}

/** Forums that have entries; ids sort by when they were made. Steps from forum to forum, not over entries. */
export const forumIds = (db: Database.Database): string[] =>
  db
    .prepare<[], { forum: string }>(
      `WITH RECURSIVE found (forum) AS (
         SELECT min(forum) FROM entries
         UNION ALL
         SELECT (SELECT min(forum) FROM entries WHERE forum > found.forum) FROM found
         WHERE found.forum IS NOT NULL
       )
       SELECT forum FROM found WHERE forum IS NOT NULL`,
    )
    .all()
    .map(({ forum }) => forum);

/** The time of the newest entry, whatever its forum; null for an empty journal. Throws JournalDamaged. */
export function lastEntryAt(db: Database.Database): Instant | null {
  const newest = db.prepare<[string], EntryRow>(
    'SELECT seq, bytes, crc FROM entries WHERE forum = ? ORDER BY seq DESC LIMIT 1',
  );
  const times = forumIds(db).flatMap((forum) => {
    const row = newest.get(forum);
    return row ? [readRow(forum, row.seq, row).at] : [];
  });
  return times.length > 0 ? instant(Math.max(...times)) : null;
}

/** SHA-256 of the bytes of entry `seq`, base64url; null if the journal does not hold it. */
export function digestOf(db: Database.Database, forum: string, seq: number): string | null {
  const row = db
    .prepare<[string, number], { bytes: string }>(
      'SELECT bytes FROM entries WHERE forum = ? AND seq = ?',
    )
    .get(forum, seq);
  return row ? createHash('sha256').update(row.bytes).digest('base64url') : null;
}

/** Keeps where the hub's time stands: also at a start, as that run may commit nothing. Throws SqliteError. */
export const keepAnchor = (db: Database.Database, anchor: Anchor): void => anchorKeeper(db)(anchor);

function anchorKeeper(db: Database.Database): (anchor: Anchor) => void {
  const keep = db.prepare<[string, number, number]>(
    'INSERT OR REPLACE INTO anchor (only, boot_id, monotonic_ms, hub_ms) VALUES (1, ?, ?, ?)',
  );
  return ({ bootId, monotonicMs, hubMs }) => void keep.run(bootId, monotonicMs, hubMs);
}

/** Where the hub's time stood at the last commit or start. */
export function savedAnchor(db: Database.Database): Anchor | null {
  const row = db
    .prepare<[], { boot_id: string; monotonic_ms: number; hub_ms: number }>('SELECT * FROM anchor')
    .get();
  return row ? { bootId: row.boot_id, monotonicMs: row.monotonic_ms, hubMs: row.hub_ms } : null;
}
