import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extendOrder, nextOpen } from '../../../audience/src/screens/opinions/order';

const IDS = Array.from({ length: 12 }, (_, place) => `s${place}`);

describe('the order of statements', () => {
  test('is the same on one device, however the hub lists them', () => {
    expect(extendOrder([], [...IDS].reverse(), 'seed')).toEqual(extendOrder([], IDS, 'seed'));
  });

  test('differs between devices, and no statement comes first on most of them', () => {
    const firsts = new Map<string, number>();
    for (let device = 0; device < 1_200; device += 1) {
      const [first = ''] = extendOrder([], IDS, `device ${device}`);
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    expect(firsts.size).toBe(IDS.length);
    for (const count of firsts.values()) expect(count).toBeLessThan(170);
  });

  test('keeps its places: newcomers stand at the end', () => {
    fc.assert(
      fc.property(fc.subarray(IDS), fc.string(), (some, seed) => {
        const before = extendOrder([], some, seed);
        const after = extendOrder(before, IDS, seed);
        expect(after.slice(0, before.length)).toEqual(before);
        expect([...after].sort()).toEqual([...IDS].sort());
      }),
    );
  });

  test('is the very same list while nothing is new', () => {
    const order = extendOrder([], IDS, 'seed');
    expect(extendOrder(order, IDS, 'seed')).toBe(order);
  });
});

describe('the next statement without an answer', () => {
  const open =
    (...ids: string[]) =>
    (id: string) =>
      ids.includes(id);
  test.each([
    ['the first', null, ['b', 'c'], 'b'],
    ['after the one shown', 'b', ['a', 'b', 'c'], 'c'],
    ['from the start again', 'c', ['a'], 'a'],
    ['the one shown, if it alone is open', 'b', ['b'], 'b'],
    ['none', 'a', [], null],
  ])('%s', (_, from, unanswered, expected) => {
    expect(nextOpen(['a', 'b', 'c'], from, open(...unanswered))).toBe(expected);
  });
});
