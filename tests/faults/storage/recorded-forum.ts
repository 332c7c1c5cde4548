/** Data folders with a forum in them, made by the hub's own code, and what a hub makes of one. */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { startHub } from '@wenzheng/server/src/engine/hub';
import { databaseFile, keysFolder, openDatabase } from '@wenzheng/server/src/journal/database';
import { encodeEntry } from '@wenzheng/server/src/journal/entry';
import { SqliteJournal } from '@wenzheng/server/src/journal/sqlite-journal';
import { AcknowledgedHead } from '@wenzheng/server/src/journal/acknowledged';
import { StartError } from '@wenzheng/server/src/journal/start-error';
import { instant } from '@wenzheng/shared/time/instant';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';

const MORE_THAN_IS_THERE = 1_000_000;
const silent = pino({ level: 'silent' });

/** Makes the built-in forum in `data` and adds `votes` to its journal; answers its id. Everything is in the database. */
export async function recordForum(data: string, votes: number): Promise<string> {
  const database = openDatabase(data);
  const hub = await startHub({ database, keysFolder: keysFolder(data), log: silent });
  const forum = await hub.createForum('zh-CN', { role: 'admin', id: 'test' });
  await hub.stop();
  addVotes(database.db, forum, 1, votes);
  database.close();
  noteAcknowledged(data, forum);
  return forum;
}

/** Votes of one voter each for a question that nobody asked: a journal as long as one wishes. */
function addVotes(db: Database.Database, forum: string, from: number, votes: number): void {
  const add = db.prepare('INSERT INTO entries (forum, seq, bytes, crc) VALUES (?, ?, ?, ?)');
  const head = db
    .prepare<[string], number>('SELECT max(seq) FROM entries WHERE forum = ?')
    .pluck()
    .get(forum);
  if (head === undefined) throw new Error('no such forum');
  db.transaction(() => {
    for (let vote = from; vote < from + votes; vote += 1) {
      const seq = head + 1 + vote - from;
      const bytes = encodeEntry({
        v: 1,
        forum,
        seq,
        first: seq,
        at: instant(1_790_000_000_000 + vote),
        actor: null,
        command: null,
        type: 'statementAnswered',
        data: { answer: 'agree', counter: 1, statement: 's1', voter: `voter-${vote}` },
      });
      add.run(forum, seq, bytes, crc32(bytes));
    }
  })();
}

function noteAcknowledged(data: string, forum: string): void {
  const mark = new AcknowledgedHead(data, forum);
  mark.keep(headOf(data, forum));
  mark.close();
}

export function headOf(data: string, forum: string): number {
  const db = new Database(databaseFile(data), { readonly: true });
  const head = db.prepare<[string], number>('SELECT max(seq) FROM entries WHERE forum = ?').pluck();
  try {
    return head.get(forum) ?? 0;
  } finally {
    db.close();
  }
}

/** A digest of all that a hub started on `data` shows and holds of `forum`, or the code why it does not start. */
export async function startedOn(data: string, forum: string): Promise<string> {
  try {
    const database = openDatabase(data);
    try {
      const hub = await startHub({ database, keysFolder: keysFolder(data), log: silent });
      const { json } = hub.page(forum);
      const journal = new SqliteJournal(database.db, forum, () => hub.clock.anchor());
      const held = [await journal.read(1, MORE_THAN_IS_THERE), ...(await journal.words())];
      await hub.stop();
      const shown = json.replace(/"(epoch|url|address)":"[^"]*"/g, '');
      return createHash('sha256').update(shown).update(JSON.stringify(held)).digest('hex');
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof StartError) return error.code;
    throw error;
  }
}

export function copyOf(data: string, name: string): string {
  const copy = path.join(path.dirname(data), name);
  cpSync(data, copy, { recursive: true, filter: (file) => !file.endsWith('admin.sock') });
  return copy;
}

/** A digest of the entries of `forum` as they lie there, right or wrong; null if not all can be read. */
export function rowsOf(data: string, forum: string): string | null {
  try {
    const db = new Database(databaseFile(data), { readonly: true });
    try {
      const rows = db.prepare('SELECT seq, bytes, crc FROM entries WHERE forum = ? ORDER BY seq');
      return createHash('sha256')
        .update(JSON.stringify(rows.all(forum)))
        .digest('hex');
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}
