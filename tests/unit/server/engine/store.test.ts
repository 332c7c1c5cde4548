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

describe('a table that is read late', () => {
  type Row = { readonly votes: readonly number[] };
  const readLate = (): Table<Row> => new Table<Row>('late', { readLate: true });
  const loaded = (rows: readonly (readonly [string, unknown])[]): Table<Row> => {
    const table = readLate();
    table.load(rows);
    table.settle();
    return table;
  };
  const rows: [string, Row][] = [
    ['a', { votes: [1] }],
    ['b', { votes: [2, 3] }],
    ['c', { votes: [] }],
  ];
  const kept = (() => {
    const table = readLate();
    for (const [key, row] of rows) table.put(key, row);
    return table.dump();
  })();

  it('keeps its rows as text, and has the same ones from it, in the same order, once read and not', () => {
    const table = loaded(kept);
    expect(kept[1]).toEqual(['b', '{"votes":[2,3]}']);
    expect(table.size).toBe(3);
    expect(table.get('b')).toEqual({ votes: [2, 3] });
    expect(table.dump()).toEqual(kept);
    expect([...table.entries()]).toEqual(rows);
    expect(table.settled('c')).toEqual({ votes: [] });
  });

  it('records what a row was before anybody had read it', () => {
    const table = loaded(kept);
    table.put('a', { votes: [9] });
    table.remove('b');
    expect(table.settled('b')).toEqual({ votes: [2, 3] });
    table.rollback();
    expect([...table.entries()]).toEqual(rows);
    table.remove('c');
    expect([...table.settle()]).toEqual([['c', { votes: [] }]]);
    expect(table.dump().map(([key]) => key)).toEqual(['a', 'b']);
  });
});
