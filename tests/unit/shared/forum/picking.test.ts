/** The suggested order, for every share that the hall may have. */
import {
  HALL_SHARES,
  isFromHall,
  suggestOrder,
  type HallShare,
  type Ranked,
} from '@wenzheng/shared/forum/picking';
import { SOURCES } from '@wenzheng/shared/forum/questions';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const ranked = (number: number, source: Ranked['source'], support = 0): Ranked => ({
  id: String(number),
  number,
  source,
  support,
  called: false,
});
const QUEUE = [
  ranked(1, 'phone', 1),
  ranked(2, 'paper'),
  ranked(3, 'phone', 9),
  ranked(4, 'mic'),
  ranked(5, 'phone', 9),
  ranked(6, 'phone'),
];
const numbers = (queue: readonly Ranked[], hallEvery: HallShare, untilHall: number | null) =>
  suggestOrder(queue, { hallEvery, untilHall }).map(({ number }) => number);

describe('of the queue', () => {
  test.each<[string, HallShare, number | null, number[]]>([
    ['every third place goes to those without a phone', 3, 2, [3, 5, 2, 1, 6, 4]],
    ['the first of these comes sooner if one was picked', 3, 1, [3, 2, 5, 1, 4, 6]],
    ['and at once if two were', 3, 0, [2, 3, 5, 4, 1, 6]],
    ['every second place does', 2, 1, [3, 2, 5, 4, 1, 6]],
    ['every fifth place does', 5, 4, [3, 5, 1, 6, 2, 4]],
    ['without a share all stand by their support', null, null, [3, 5, 1, 2, 4, 6]],
  ])('%s', (_, every, until, order) => {
    expect(numbers(QUEUE, every, until)).toEqual(order);
  });

  test('those from the hall stand in the order of their numbers if there are no others', () => {
    expect(numbers(QUEUE.filter(isFromHall), 3, 2)).toEqual([2, 4]);
  });
});

test('whatever the queue, nobody is left out, and the hall has its share while it has questions', () => {
  const entry = fc.record({ source: fc.constantFrom(...SOURCES), support: fc.nat(9) });
  const share = fc.constantFrom(...HALL_SHARES).filter((every) => every !== null);
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), share, (entries, every) => {
      const queue = entries.map(({ source, support }, index) => ranked(index + 1, source, support));
      const order = suggestOrder(queue, { hallEvery: every, untilHall: every - 1 });
      expect(order.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
        queue.map(({ number }) => number),
      );
      const hall = queue.filter(isFromHall).length;
      for (let places = every; places <= order.length; places += every) {
        const heard = order.slice(0, places).filter(isFromHall).length;
        expect(heard).toBeGreaterThanOrEqual(Math.min(hall, places / every));
      }
    }),
  );
});
