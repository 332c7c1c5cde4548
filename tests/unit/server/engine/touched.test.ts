import { Table } from '@wenzheng/server/src/engine/store';
import { Touched } from '@wenzheng/server/src/engine/touched';
import { describe, expect, test } from 'vitest';

function twoTables() {
  const names = new Table<string>('names');
  const counts = new Table<number>('counts');
  const touched = new Touched(names, counts);
  return { names, counts, touched };
}

describe('what may have changed', () => {
  test('is everything when it is asked for the first time, however it came', () => {
    const { names, counts, touched } = twoTables();
    names.load([
      ['a', 'A'],
      ['b', 'B'],
      ['c', 'C'],
    ]);
    names.remove('b');
    counts.put('a', 1);
    expect([...touched.take()]).toEqual(['a', 'c']);
    expect([...touched.take()]).toEqual([]);
  });

  test('is then what was touched in any of the tables, each once, also what is gone', () => {
    const { names, counts, touched } = twoTables();
    names.put('a', 'A');
    touched.take();
    counts.put('a', 1);
    names.put('b', 'B');
    names.remove('b');
    names.put('a', 'again');
    expect([...touched.take()]).toEqual(['a', 'b']);
    expect(touched.take().size).toBe(0);
  });

  test('is what a batch had touched when it is taken back', () => {
    const { names, touched } = twoTables();
    names.settle();
    touched.take();
    names.put('a', 'A');
    touched.take();
    names.rollback();
    expect([...touched.take()]).toEqual(['a']);
  });

  test('is told what a batch had put before anybody asked, when it is taken back', () => {
    const { names, touched } = twoTables();
    names.settle();
    names.put('a', 'A');
    expect([...touched.take()]).toEqual(['a']);
    names.rollback();
    expect([...touched.take()]).toEqual(['a']);
  });

  test('keeps what is gone beside all that is there', () => {
    const { names, touched } = twoTables();
    names.put('a', 'A');
    names.put('b', 'B');
    touched.take();
    names.remove('a');
    touched.addAll();
    expect([...touched.take()]).toEqual(['a', 'b']);
  });

  test('is everything, and what is gone, once more than half was touched', () => {
    const { names, counts, touched } = twoTables();
    const ids = ['a', 'b', 'c', 'd', 'e'];
    names.load(ids.map((id) => [id, id]));
    touched.take();
    for (const id of ['a', 'b']) counts.put(id, 1);
    expect([...touched.take()]).toEqual(['a', 'b']);
    for (const id of ['a', 'b', 'c']) counts.put(id, 2);
    names.remove('e');
    names.put('f', 'f');
    expect([...touched.take()].sort()).toEqual([...ids, 'f']);
    counts.put('d', 3);
    expect([...touched.take()]).toEqual(['d']);
  });
});
