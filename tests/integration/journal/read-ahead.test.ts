/** A long journal is read ahead in a thread: with the same entries as without, or its own words for what is wrong. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDatabase } from '@wenzheng/server/src/journal/database';
import { JournalDamaged, READ_AT_ONCE, type Journal } from '@wenzheng/server/src/journal/port';
import { readingAhead } from '@wenzheng/server/src/journal/read-ahead';
import { SqliteJournal } from '@wenzheng/server/src/journal/sqlite-journal';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { forumMade, numbered, queued } from '../../support/given';
import { ROOT } from '../../support/root';

const PROGRAM = pathToFileURL(path.join(ROOT, 'server/dist/read-ahead-worker.js'));
const ANCHOR = { bootId: 'boot', monotonicMs: 5.5, hubMs: 1_000 };
const LONG = 10;
const numbers = Array.from({ length: READ_AT_ONCE }, (_, index) => index + 1);
/** More than two pieces. */
const ENTRIES = numbered([forumMade, ...queued(...numbers)]);

const folder = mkdtempSync(path.join(tmpdir(), 'wenzheng-test-'));
const database = openDatabase(folder);
const journal = new SqliteJournal(database.db, 'f1', () => ANCHOR);
await journal.append(ENTRIES, [], 0);
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

/** In the second piece. */
const HARMED = READ_AT_ONCE + 500;

/** What was read of the journal itself. */
let itself: number[] = [];
beforeEach(() => {
  itself = [];
});
const watched: Journal = {
  append: (entries, kept, expectedHead) => journal.append(entries, kept, expectedHead),
  read: (from, limit) => {
    itself.push(from);
    return journal.read(from, limit);
  },
  head: () => journal.head(),
  erasePicturesBut: (named) => journal.erasePicturesBut(named),
};
const stretch = (from: number) => ({ database: database.file, forum: 'f1', from });

async function readAll(ahead: Journal, from: number): Promise<unknown[]> {
  const entries: unknown[] = [];
  for (;;) {
    const read = await ahead.read(from + entries.length, READ_AT_ONCE);
    if (read.length === 0) return entries;
    entries.push(...read);
  }
}

test.each([1, 3, ENTRIES.length - READ_AT_ONCE + 1])('from entry %i to the last', async (from) => {
  const ahead = await readingAhead(watched, PROGRAM, stretch(from), LONG);
  expect(await readAll(ahead, from)).toEqual(ENTRIES.slice(from - 1));
  // That nothing comes after the last is said by the journal itself, as is whatever is read later.
  expect(itself).toEqual([ENTRIES.length + 1]);
  expect(await ahead.read(2, 2)).toEqual(ENTRIES.slice(1, 3));
});

test('a short one is read itself', async () => {
  expect(await readingAhead(watched, PROGRAM, stretch(ENTRIES.length - 5), LONG)).toBe(watched);
});

test('what is asked for out of turn is read itself', async () => {
  const ahead = await readingAhead(watched, PROGRAM, stretch(1), LONG);
  expect(await ahead.read(7, 2)).toEqual(ENTRIES.slice(6, 8));
  expect(await readAll(ahead, 1)).toEqual(ENTRIES);
});

test('so is all of it where no thread can be had', async () => {
  const nowhere = new URL('./no-such-program.js', PROGRAM);
  const ahead = await readingAhead(watched, nowhere, stretch(1), LONG);
  expect(await readAll(ahead, 1)).toEqual(ENTRIES);
});

test.each([
  ['an entry that was changed', `UPDATE entries SET bytes = bytes || ' ' WHERE seq = ${HARMED}`],
  [
    'one of no form',
    `UPDATE entries SET bytes = 'x' || char(10), crc = NULL WHERE seq = ${HARMED}`,
  ],
  ['one that is missing', `DELETE FROM entries WHERE seq = ${HARMED}`],
])('%s is named as it is without', async (_what, harm) => {
  const { db } = database;
  db.exec(`CREATE TABLE kept AS SELECT * FROM entries WHERE seq = ${HARMED}; ${harm}`);
  try {
    const ahead = await readingAhead(watched, PROGRAM, stretch(1), LONG);
    expect(await ahead.read(1, READ_AT_ONCE)).toEqual(ENTRIES.slice(0, READ_AT_ONCE));
    expect(itself).toEqual([]);
    const next = READ_AT_ONCE + 1;
    const [withAhead, without] = await Promise.allSettled([
      ahead.read(next, READ_AT_ONCE),
      journal.read(next, READ_AT_ONCE),
    ]);
    expect(withAhead).toEqual(without);
    expect(withAhead).toMatchObject({ status: 'rejected', reason: expect.any(JournalDamaged) });
  } finally {
    db.exec(`DELETE FROM entries WHERE seq = ${HARMED}; INSERT INTO entries SELECT * FROM kept;
             DROP TABLE kept`);
  }
});
