/** What SQLite's journal promises beside the contract of every journal. */
import { openDatabase } from '@wenzheng/server/src/journal/database';
import { savedAnchor, SqliteJournal } from '@wenzheng/server/src/journal/sqlite-journal';
import { describe, expect, test } from 'vitest';
import { itemStarted, numbered, forumMade, queued } from '../../support/given';
import { temporaryFolder } from '../../support/test-app';

const ENTRIES = numbered([forumMade, itemStarted(1, 'qa'), ...queued(1)]);
const words = (id: string, text = `text of ${id}`) => ({ id, salt: new Uint8Array(16), text });
const ANCHOR = { bootId: 'boot', monotonicMs: 5.5, hubMs: 1_000 };

describe('the journal of SQLite', () => {
  test('keeps forums apart, and where the hub’s time stood', async () => {
    const { db, close } = openDatabase(temporaryFolder());
    expect(savedAnchor(db)).toBeNull();
    const [one, two] = ['f1', 'f2'].map((forum) => new SqliteJournal(db, forum, () => ANCHOR));
    await one?.append(ENTRIES.slice(0, 3), [words('a')], 0);
    await two?.append(ENTRIES.slice(0, 1), [words('a', 'another')], 0);
    expect([await one?.head(), await two?.head()]).toEqual([3, 1]);
    expect([...((await two?.words()) ?? [])]).toEqual([['a', 'another']]);
    expect(savedAnchor(db)).toEqual(ANCHOR);
    close();
  });

  test('gives words back as they were written, whatever is in them', async () => {
    const { db, close } = openDatabase(temporaryFolder());
    const journal = new SqliteJournal(db, 'f1', () => ANCHOR);
    const texts = [
      '',
      'a "b" \\ c',
      'line\nand\ttab',
      '\u2028😀',
      '\u202eright to left',
      'nul\u0000!',
    ];
    const kept = texts.map((text, index) => words(`w${index}`, text));
    await journal.append(ENTRIES.slice(0, 1), kept, 0);
    expect(Object.fromEntries(await journal.words())).toEqual(
      Object.fromEntries(kept.map(({ id, text }) => [id, text])),
    );
    close();
  });
});
