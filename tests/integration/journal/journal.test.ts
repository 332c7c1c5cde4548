/** The contract of a journal, held by the one in memory that simulations use and by SQLite alike. */
import { HeadMoved, type Journal, type Vault } from '@wenzheng/server/src/journal/port';
import { openDatabase } from '@wenzheng/server/src/journal/database';
import { savedAnchor, SqliteJournal } from '@wenzheng/server/src/journal/sqlite-journal';
import { describe, expect, test } from 'vitest';
import { itemStarted, numbered, forumMade, queued } from '../../support/given';
import { MemoryJournal } from '../../support/memory-journal';
import { temporaryFolder } from '../../support/test-app';

const ENTRIES = numbered([forumMade, itemStarted(1, 'qa'), ...queued(1)]);
const words = (id: string, text = `text of ${id}`) => ({ id, salt: new Uint8Array(16), text });
const ANCHOR = { bootId: 'boot', monotonicMs: 5.5, hubMs: 1_000 };

interface Kind {
  readonly name: string;
  open(): { journal: Journal & Vault; again: () => Journal & Vault };
}
const KINDS: readonly Kind[] = [
  {
    name: 'in memory',
    open: () => {
      const journal = new MemoryJournal();
      return { journal, again: () => journal };
    },
  },
  {
    name: 'of SQLite',
    open: () => {
      const folder = temporaryFolder();
      let database = openDatabase(folder);
      const journal = (): SqliteJournal => new SqliteJournal(database.db, 'f1', () => ANCHOR);
      const again = (): SqliteJournal => {
        database.close();
        database = openDatabase(folder);
        return journal();
      };
      return { journal: journal(), again };
    },
  },
];

describe.each(KINDS)('a journal $name', ({ open }) => {
  test('begins empty', async () => {
    const { journal } = open();
    expect(await journal.head()).toBe(0);
    expect(await journal.read(1, 10)).toEqual([]);
    expect([...(await journal.words())]).toEqual([]);
  });

  test('keeps entries and words together, over a restart', async () => {
    const { journal, again } = open();
    await journal.append(ENTRIES.slice(0, 2), [], 0);
    await journal.append(ENTRIES.slice(2), [words('a'), words('b', '😀')], 2);
    const later = again();
    expect(await later.head()).toBe(ENTRIES.length);
    expect(await later.read(1, 100)).toEqual(ENTRIES);
    expect(new Map(await later.words())).toEqual(
      new Map([
        ['a', 'text of a'],
        ['b', '😀'],
      ]),
    );
  });

  test('reads from where it is asked, no more than it is asked', async () => {
    const { journal } = open();
    await journal.append(ENTRIES, [], 0);
    expect(await journal.read(2, 2)).toEqual(ENTRIES.slice(1, 3));
    expect(await journal.read(ENTRIES.length + 1, 5)).toEqual([]);
  });

  test.each([0, 2])('is fenced: who thinks the head is %i writes nothing', async (expected) => {
    const { journal } = open();
    await journal.append(ENTRIES.slice(0, 1), [], 0);
    await expect(journal.append(ENTRIES.slice(1), [words('a')], expected)).rejects.toThrow(
      HeadMoved,
    );
    expect(await journal.head()).toBe(1);
    expect([...(await journal.words())]).toEqual([]);
  });
});

describe('the journal of SQLite', () => {
  test('writes nothing of a batch that fails half way', async () => {
    const { db, close } = openDatabase(temporaryFolder());
    const journal = new SqliteJournal(db, 'f1', () => ANCHOR);
    await journal.append(ENTRIES.slice(0, 1), [words('a')], 0);
    await expect(journal.append(ENTRIES.slice(1), [words('b'), words('a')], 1)).rejects.toThrow(
      /UNIQUE/,
    );
    expect(await journal.head()).toBe(1);
    expect([...(await journal.words())]).toEqual([['a', 'text of a']]);
    close();
  });

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
});
