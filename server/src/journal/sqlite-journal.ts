/** Journal and vault of one forum in the hub's SQLite file. */
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { instant, type Instant } from '@wenzheng/shared/time/instant';
import type { Anchor } from '../ports/hub-clock';
import { decodeEntry, encodeEntry, type Entry } from './entry';
import {
  HeadMoved,
  StorageFailed,
  StorageFull,
  type Journal,
  type KeptWords,
  type Vault,
} from './port';

export class SqliteJournal implements Journal, Vault {
  readonly #forum: string;
  readonly #write: (
    entries: readonly Entry[],
    words: readonly KeptWords[],
    expectedHead: number,
  ) => void;
  readonly #read: Database.Statement<[string, number, number], { bytes: string }>;
  readonly #head: Database.Statement<[string], { head: number | null }>;
  readonly #words: Database.Statement<[string], { id: string; text: string }>;

  /** `anchor` tells where the hub's time stands; it is kept with each commit. */
  constructor(db: Database.Database, forum: string, anchor: () => Anchor) {
    this.#forum = forum;
    this.#read = db.prepare(
      'SELECT bytes FROM entries WHERE forum = ? AND seq >= ? ORDER BY seq LIMIT ?',
    );
    this.#head = db.prepare('SELECT max(seq) AS head FROM entries WHERE forum = ?');
    this.#words = db.prepare('SELECT id, text FROM words WHERE forum = ?');
    const addEntry = db.prepare<[string, number, string]>(
      'INSERT INTO entries (forum, seq, bytes) VALUES (?, ?, ?)',
    );
    const addWords = db.prepare<[string, string, Uint8Array, string]>(
      'INSERT INTO words (forum, id, salt, text) VALUES (?, ?, ?, ?)',
    );
    const keepAnchor = db.prepare<[string, number, number]>(
      'INSERT OR REPLACE INTO anchor (only, boot_id, monotonic_ms, hub_ms) VALUES (1, ?, ?, ?)',
    );
    this.#write = db.transaction((entries, words, expectedHead) => {
      const head = this.#head.get(forum)?.head ?? 0;
      if (head !== expectedHead) throw new HeadMoved(`head is ${head}, not ${expectedHead}`);
      for (const entry of entries) addEntry.run(forum, entry.seq, encodeEntry(entry));
      for (const { id, salt, text } of words) addWords.run(forum, id, salt, text);
      const { bootId, monotonicMs, hubMs } = anchor();
      keepAnchor.run(bootId, monotonicMs, hubMs);
    });
  }

  append(
    entries: readonly Entry[],
    words: readonly KeptWords[],
    expectedHead: number,
  ): Promise<void> {
    try {
      this.#write(entries, words, expectedHead);
      return Promise.resolve();
    } catch (error) {
      return Promise.reject(storageError(error));
    }
  }

  read(from: number, limit: number): Promise<readonly Entry[]> {
    return Promise.resolve(
      this.#read.all(this.#forum, from, limit).map(({ bytes }) => decodeEntry(bytes)),
    );
  }

  head(): Promise<number> {
    return Promise.resolve(this.#head.get(this.#forum)?.head ?? 0);
  }

  words(): Promise<Iterable<readonly [string, string]>> {
    return Promise.resolve(this.#words.all(this.#forum).map(({ id, text }) => [id, text] as const));
  }
}

function storageError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code === 'SQLITE_FULL') return new StorageFull(error.message, { cause: error });
  return new StorageFailed(`${error.code}: ${error.message}`, { cause: error });
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

/** The time of the newest entry, whatever its forum; null for an empty journal. */
export function lastEntryAt(db: Database.Database): Instant | null {
  const newest = db.prepare<[string], { bytes: string }>(
    'SELECT bytes FROM entries WHERE forum = ? ORDER BY seq DESC LIMIT 1',
  );
  const times = forumIds(db).flatMap((forum) => {
    const row = newest.get(forum);
    return row ? [decodeEntry(row.bytes).at] : [];
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

/** Where the hub's time stood at the last commit. */
export function savedAnchor(db: Database.Database): Anchor | null {
  const row = db
    .prepare<[], { boot_id: string; monotonic_ms: number; hub_ms: number }>('SELECT * FROM anchor')
    .get();
  return row ? { bootId: row.boot_id, monotonicMs: row.monotonic_ms, hubMs: row.hub_ms } : null;
}
