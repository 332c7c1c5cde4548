import { describe, expect, it } from 'vitest';
import { Table } from '@wenzheng/server/src/engine/store';

/** A table in use, with these keys. */
function tableOf(...keys: string[]): Table<number> {
  const table = new Table<number>('any');
  keys.forEach((key, index) => table.put(key, index));
  table.settle();
  return table;
}

describe('a table whose batch is taken back', () => {
  it('has its rows in their places again, whatever was removed, put again or new', () => {
    const table = tableOf('a', 'b', 'c');
    const before = [...table.entries()];
    table.put('early', 7);
    table.remove('a');
    table.remove('b');
    table.put('a', 9);
    table.put('d', 8);
    table.rollback();
    expect([...table.entries()]).toEqual(before);
    table.put('e', 3);
    table.settle();
    expect([...table.entries()].map(([key]) => key)).toEqual(['a', 'b', 'c', 'e']);
  });

  it('tells who watches once all rows are what they were', () => {
    const table = tableOf('a', 'b');
    const seen: [string, number | undefined][] = [];
    table.remove('a');
    table.watch((key) => seen.push([key, table.get(key)]));
    table.rollback();
    expect(seen).toEqual([['a', 0]]);
  });

  it('keeps the order that a batch made which was written', () => {
    const table = tableOf('a', 'b', 'c');
    table.remove('a');
    table.put('a', 5);
    table.settle();
    table.put('d', 6);
    table.rollback();
    expect([...table.entries()].map(([key]) => key)).toEqual(['b', 'c', 'a']);
  });
});
