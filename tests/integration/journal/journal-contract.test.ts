/** The contract of a journal, held by SQLite's and by those that stand for it in tests and simulation. */
import type { Entry } from '@wenzheng/server/src/journal/entry';
import { HeadMoved, StorageFailed, StorageFull } from '@wenzheng/server/src/journal/port';
import { describe, expect, test } from 'vitest';
import { forumMade, itemStarted, numbered, queued } from '../../support/given';
import { PNG } from '../../support/photo';
import { KINDS, type AnyJournal } from './journal-contract.kinds';

const ENTRIES = numbered([forumMade, itemStarted(1, 'qa'), ...queued(1)]);
const words = (id: string, text = `text of ${id}`) => ({ id, salt: new Uint8Array(16), text });
const picture = (id: string, bytes: Uint8Array) => ({
  ...{ id, salt: new Uint8Array(16) },
  picture: { type: 'image/png' as const, bytes },
});
const bytesOf = async (journal: AnyJournal, id: string): Promise<number[] | null> => {
  const found = await journal.picture(id);
  return found && [...found.bytes];
};
const MANY = 5_000;

async function contents(
  journal: AnyJournal,
): Promise<{ entries: readonly Entry[]; words: object }> {
  expect(await journal.head()).toBe((await journal.read(1, 2 * MANY)).length);
  return {
    entries: await journal.read(1, 2 * MANY),
    words: Object.fromEntries(await journal.words()),
  };
}

describe.each(KINDS)('a journal $name', ({ open, fills }) => {
  test('begins empty', async () => {
    expect(await contents(open().journal)).toEqual({ entries: [], words: {} });
  });

  test.each(['again', 'afterCrash'] as const)(
    'keeps entries and words together, also when it is opened %s',
    async (way) => {
      const opened = open();
      const said = { a: 'text of a', b: '😀 路灯\u202e坏了\u2028 𠮷 é', c: '' };
      await opened.journal.append(ENTRIES.slice(0, 2), [], 0);
      const kept = Object.entries(said).map(([id, text]) => words(id, text));
      await opened.journal.append(ENTRIES.slice(2), kept, 2);
      const journal = opened[way]();
      expect(await contents(journal)).toEqual({ entries: ENTRIES, words: said });
      await expect(journal.append(ENTRIES.slice(0, 1), [], 0)).rejects.toThrow(HeadMoved);
    },
  );

  test('reads from where it is asked, no more than it is asked', async () => {
    const { journal } = open();
    await journal.append(ENTRIES, [], 0);
    expect(await journal.read(2, 2)).toEqual(ENTRIES.slice(1, 3));
    expect(await journal.read(ENTRIES.length, 5)).toEqual(ENTRIES.slice(-1));
    expect(await journal.read(ENTRIES.length + 1, 5)).toEqual([]);
    expect(await journal.read(1, 0)).toEqual([]);
  });

  test('takes a large batch, in order', async () => {
    const { journal } = open();
    const many = numbered(Array.from({ length: MANY }, (_, index) => itemStarted(index, 'qa')));
    await journal.append(many, [], 0);
    expect(await journal.head()).toBe(MANY);
    const numbers = (await journal.read(MANY - 99, MANY)).map(({ seq }) => seq);
    expect(numbers).toEqual(Array.from({ length: 100 }, (_, index) => MANY - 99 + index));
  });

  test.each([0, 2])('is fenced: who thinks the head is %i writes nothing', async (expected) => {
    const { journal } = open();
    await journal.append(ENTRIES.slice(0, 1), [], 0);
    const late = journal.append(ENTRIES.slice(1), [words('a')], expected);
    await expect(late).rejects.toThrow(HeadMoved);
    expect(await contents(journal)).toEqual({ entries: ENTRIES.slice(0, 1), words: {} });
  });

  test('of two writers at one head lets one through', async () => {
    const { journal } = open();
    const both = ['a', 'b'].map((id) => journal.append(ENTRIES, [words(id)], 0));
    const ended = await Promise.allSettled(both);
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { entries, words: kept } = await contents(journal);
    expect(entries).toEqual(ENTRIES);
    expect(Object.keys(kept)).toHaveLength(1);
  });

  test('writes nothing of a batch that fails half way', async () => {
    const { journal, afterCrash } = open();
    await journal.append(ENTRIES.slice(0, 1), [words('a')], 0);
    const before = await contents(journal);
    const broken = journal.append(ENTRIES.slice(1), [words('b'), words('a', 'another')], 1);
    await expect(broken).rejects.toThrow(StorageFailed);
    expect(await contents(journal)).toEqual(before);
    expect(await contents(afterCrash())).toEqual(before);
  });

  test('keeps pictures with the entries that name them, and erases what is named no more', async () => {
    const opened = open();
    await opened.journal.append(
      ENTRIES,
      [picture('a', PNG), words('w'), picture('b', Uint8Array.of(1, 2))],
      0,
    );
    const twice = [picture('c', PNG), picture('a', PNG)];
    const broken = opened.journal.append([], twice, ENTRIES.length);
    await expect(broken).rejects.toThrow(StorageFailed);
    const journal = opened.afterCrash();
    expect(await journal.picture('c')).toBeNull();
    expect(await journal.picture('a')).toMatchObject({ type: 'image/png' });
    expect(await bytesOf(journal, 'b')).toEqual([1, 2]);
    await journal.erasePicturesBut(new Set(['b', 'never']));
    expect(await bytesOf(journal, 'a')).toBeNull();
    expect(await bytesOf(journal, 'b')).toEqual([1, 2]);
    expect((await contents(journal)).words).toEqual({ w: 'text of w' });
  });

  if (!fills) return;
  test('writes nothing while it is full, and goes on after', async () => {
    const { journal, setFull } = open();
    await journal.append(ENTRIES.slice(0, 1), [], 0);
    setFull(true);
    const long = words('a', '满'.repeat(200_000));
    await expect(journal.append(ENTRIES.slice(1), [long], 1)).rejects.toThrow(StorageFull);
    expect(await contents(journal)).toEqual({ entries: ENTRIES.slice(0, 1), words: {} });
    setFull(false);
    await journal.append(ENTRIES.slice(1), [long], 1);
    expect((await contents(journal)).entries).toEqual(ENTRIES);
  });
});
