import { expect, test } from 'vitest';
import type { DrawnMap, MapShape } from '@wenzheng/shared/forum/opinion-map';
import { LETTER, letterSpots } from '../../../display/src/screens/opinions/letter-spots';
import { FIELD } from '../../../display/src/screens/opinions/map-drawing';

const round = (x: number, y: number, half = 40): MapShape => ({
  ...{ x, y, turn: 0 },
  ...{ long: half, broad: half },
});
type Place = DrawnMap['places'][number];
const spotsOf = (people: number, shapes: readonly MapShape[], places: Place[] = []) =>
  letterSpots(
    { groups: shapes.map((shape, id) => ({ id, people, shape, standsFor: [] })), places },
    { x: 0, y: 0, scale: 1 },
  );

test('letters stand in the middle of crowds, whatever dots are there', () => {
  expect(spotsOf(100, [round(-60, 20), round(60, -20)], [[-60, 20, 3, 0]])).toEqual([
    { x: -60, y: -20 },
    { x: 60, y: 20 },
  ]);
});

test('a letter stands above a small ellipse, or below it at the upper edge', () => {
  const [middle, edge] = spotsOf(100, [round(-60, 0, 10), round(60, 100, 10)], [[60, 100, 5, 1]]);
  expect(middle).toEqual({ x: -60, y: -10 - LETTER.down });
  expect(edge).toEqual({ x: 60, y: -90 + LETTER.down });
});

test('among a few people it hides as few as it can', () => {
  const few: Place[] = [
    [0, 0, 4, 0],
    [-10, 40, 3, 0],
  ];
  expect(spotsOf(7, [round(0, 0, 60)])).toEqual([{ x: 0, y: 0 }]);
  expect(spotsOf(7, [round(0, 0, 60)], few)).toEqual([{ x: 0, y: 30 }]);
});

test.each([
  ['in one place', [0, 0, 0, 0, 0]],
  ['in a row at the edge', [130, 120, 110, 100, 90]],
  ['near each other', [0, 10, 20, 30, 40]],
])('letters of five groups %s do not cover each other and stay in the field', (_, places) => {
  const spots = spotsOf(
    100,
    places.map((x) => round(x, x / 3)),
  );
  for (const [index, one] of spots.entries()) {
    expect(Math.abs(one.x)).toBeLessThanOrEqual(FIELD.across - LETTER.across);
    expect(Math.abs(one.y)).toBeLessThanOrEqual(FIELD.down - LETTER.down);
    for (const other of spots.slice(index + 1)) {
      const isApart =
        Math.abs(one.x - other.x) > 2 * LETTER.across - 1 ||
        Math.abs(one.y - other.y) > 2 * LETTER.down - 1;
      expect(isApart, `${JSON.stringify(one)} and ${JSON.stringify(other)}`).toBe(true);
    }
  }
});
