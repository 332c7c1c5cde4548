import { expect, test } from 'vitest';
import { leadersOf, orderByPoints } from '../../../display/src/screens/polls/standing';

test('a ranking is ordered by points; what has as many keeps the order of the options', () => {
  expect(orderByPoints([3, 9, 3, 9, 0])).toEqual([1, 3, 0, 2, 4]);
  expect(orderByPoints([0, 0, 0])).toEqual([0, 1, 2]);
});

test.each<[readonly number[], readonly number[]]>([
  [
    [2, 5, 5],
    [1, 2],
  ],
  [[4, 1], [0]],
  [[3, 3], []],
  [[0, 0, 0], []],
])('of %j places %j lead', (parts, leaders) => {
  expect([...leadersOf(parts)]).toEqual(leaders);
});
