import { describe, expect, test } from 'vitest';
import type { DrawnMap, MapShape } from '@wenzheng/shared/forum/opinion-map';
import {
  dotRadius,
  FIELD,
  fitOf,
  LETTER,
  letterSpots,
  reachOf,
  steadyTurn,
} from '../../../display/src/screens/opinions/map-drawing';

const round = (x: number, y: number, half = 40): MapShape => ({
  ...{ x, y, turn: 0 },
  ...{ long: half, broad: half },
});
const groupsOf = (...shapes: MapShape[]): DrawnMap['groups'] =>
  shapes.map((shape, id) => ({ id, people: 100, shape, standsFor: [] }));
const AS_IT_IS = { x: 0, y: 0, scale: 1 };

test('an ellipse upright is as high as it was long', () => {
  const { across, down } = reachOf({ x: 0, y: 0, long: 50, broad: 20, turn: 90 });
  expect(across).toBeCloseTo(20);
  expect(down).toBeCloseTo(50);
});

describe('in the field', () => {
  const groups = groupsOf(
    { x: -92, y: 60, long: 80, broad: 30, turn: 70 },
    { x: 84, y: -90, long: 60, broad: 40, turn: -20 },
  );
  const map = { groups, places: [[-100, 100, 1, 0] as [number, number, number, number]] };

  test('every ellipse and place is whole', () => {
    const fit = fitOf(map);
    for (const { shape } of groups) {
      const { across, down } = reachOf(shape);
      const [x, y] = [(shape.x + fit.x) * fit.scale, (-shape.y + fit.y) * fit.scale];
      expect(Math.abs(x) + across * fit.scale).toBeLessThanOrEqual(FIELD.across);
      expect(Math.abs(y) + down * fit.scale).toBeLessThanOrEqual(FIELD.down);
    }
    expect(Math.abs((-100 + fit.x) * fit.scale)).toBeLessThan(FIELD.across);
  });

  test('a small map is not blown up without end', () => {
    const fit = fitOf({ groups: groupsOf(round(50, 50, 6)), places: [] });
    expect(fit).toEqual({ x: -50, y: 50, scale: 1.6 });
  });

  test('a map without groups is empty', () => {
    expect(fitOf({ groups: [], places: [] })).toEqual(AS_IT_IS);
  });
});

describe('letters', () => {
  test('stand in the middle of crowds', () => {
    expect(letterSpots(groupsOf(round(-60, 20), round(60, -20)), AS_IT_IS)).toEqual([
      { x: -60, y: -20 },
      { x: 60, y: 20 },
    ]);
  });

  test('stand above a small one, or below it at the upper edge', () => {
    const [middle, edge] = letterSpots(groupsOf(round(-60, 0, 10), round(60, 100, 10)), AS_IT_IS);
    expect(middle).toEqual({ x: -60, y: -10 - LETTER.down });
    expect(edge).toEqual({ x: 60, y: -90 + LETTER.down });
  });

  test('stand above a few people, however far apart', () => {
    const few = groupsOf(round(0, 0)).map((group) => ({ ...group, people: 7 }));
    expect(letterSpots(few, AS_IT_IS)).toEqual([{ x: 0, y: -40 - LETTER.down }]);
  });

  test.each([
    ['in one place', [0, 0, 0, 0, 0]],
    ['in a row at the edge', [130, 120, 110, 100, 90]],
    ['near each other', [0, 10, 20, 30, 40]],
  ])('of five groups %s do not cover each other and stay in the field', (_, places) => {
    const spots = letterSpots(groupsOf(...places.map((x) => round(x, x / 3))), AS_IT_IS);
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
});

test('the area of a dot tells how many stand there, and the largest is not too large', () => {
  const radius = dotRadius([
    [0, 0, 1, 0],
    [5, 0, 400, 0],
  ]);
  expect(radius(400)).toBeCloseTo(20 * radius(1));
  expect(radius(400)).toBeLessThanOrEqual(4.6);
});

test('an ellipse that turns past the upright goes on turning the same way', () => {
  const steady = steadyTurn();
  expect([80, -88, 89, -10, 10].map(steady)).toEqual([80, 92, 89, 170, 190]);
});
