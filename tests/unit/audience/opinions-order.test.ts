import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  drawnBy,
  drawOrder,
  extendOrder,
  nextOpen,
} from '../../../audience/src/screens/opinions/order';

const IDS = Array.from({ length: 12 }, (_, place) => `s${place}`);
const none = (): boolean => false;
const alike = (): number => 99;
const draw = (ids: readonly string[], device: string, weightOf: (id: string) => number = alike) =>
  drawOrder(ids, none, drawnBy(device, weightOf));

describe('the order of statements', () => {
  test('is the same on one device, however the hub lists them', () => {
    expect(draw([...IDS].reverse(), 'seed')).toEqual(draw(IDS, 'seed'));
  });

  test('differs between devices, and no statement comes first on most of them', () => {
    const firsts = new Map<string, number>();
    for (let device = 0; device < 1_200; device += 1) {
      const [first = ''] = draw(IDS, `device ${device}`);
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    expect(firsts.size).toBe(IDS.length);
    for (const count of firsts.values()) expect(count).toBeLessThan(170);
  });

  test('puts each first in proportion to its weight', () => {
    const weightOf = (id: string): number => (id === 's3' ? 33 : 3);
    const devices = 4_000;
    let firsts = 0;
    for (let device = 0; device < devices; device += 1)
      if (draw(IDS, `device ${device}`, weightOf)[0] === 's3') firsts += 1;
    // 33 of 33 + 11 × 3; the standard deviation is 32.
    expect(Math.abs(firsts - devices / 2)).toBeLessThan(130);
  });

  test('keeps the places of what is settled, and loses none', () => {
    fc.assert(
      fc.property(fc.subarray(IDS), fc.string(), (settled, seed) => {
        const order = drawOrder(IDS, (id) => settled.includes(id), drawnBy(seed, alike));
        expect(order.slice(0, settled.length)).toEqual(settled);
        expect([...order].sort()).toEqual([...IDS].sort());
      }),
    );
  });

  test('takes newcomers in at its end, and leaves out what is gone', () => {
    expect(extendOrder(['b', 'x', 'a'], ['a', 'b', 'c'])).toEqual(['b', 'a', 'c']);
  });

  test('is the very same list while nothing is new', () => {
    const order = draw(IDS, 'seed');
    expect(extendOrder(order, IDS)).toBe(order);
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
