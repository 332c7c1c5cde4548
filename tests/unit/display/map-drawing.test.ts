import { describe, expect, test } from 'vitest';
import { reachOf } from '@wenzheng/shared/forum/map-shape';
import type { DrawnMap, MapShape } from '@wenzheng/shared/forum/opinion-map';
import {
  dotRadius,
  FIELD,
  fitOf,
  inField,
  shapeInField,
  steadyTurn,
} from '../../../display/src/screens/opinions/map-drawing';

const round = (x: number, y: number, half = 40): MapShape => ({
  ...{ x, y, turn: 0 },
  ...{ long: half, broad: half },
});
const groupsOf = (...shapes: MapShape[]): DrawnMap['groups'] =>
  shapes.map((shape, id) => ({ id, people: 100, shape, standsFor: [] }));

describe('in the field', () => {
  const groups = groupsOf(
    { x: -92, y: 60, long: 80, broad: 30, turn: 70 },
    { x: 84, y: -90, long: 60, broad: 40, turn: -20 },
  );
  const map = { groups, places: [[-100, 100, 1, 0] as [number, number, number, number]] };

  test('every ellipse and place is whole', () => {
    const fit = fitOf(map);
    for (const { shape } of groups) {
      const drawn = shapeInField(shape, fit);
      const { across, up } = reachOf(drawn);
      expect(Math.abs(drawn.x) + across).toBeLessThanOrEqual(FIELD.across);
      expect(Math.abs(drawn.y) + up).toBeLessThanOrEqual(FIELD.down);
    }
    expect(Math.abs(inField({ x: -100, y: 100 }, fit).x)).toBeLessThan(FIELD.across);
  });

  test('what leans to the right on the map does so in the field, where y points downwards', () => {
    const shape: MapShape = { x: 10, y: 20, long: 30, broad: 5, turn: 60 };
    expect(shapeInField(shape, { x: 5, y: -4, scale: 2 })).toEqual({
      ...{ x: 30, y: -48, turn: -60 },
      ...{ long: 60, broad: 10 },
    });
  });

  test('a small map is not blown up without end', () => {
    const fit = fitOf({ groups: groupsOf(round(50, 50, 6)), places: [] });
    expect(fit).toEqual({ x: -50, y: 50, scale: 1.6 });
  });

  test('a map without groups is empty', () => {
    expect(fitOf({ groups: [], places: [] })).toEqual({ x: 0, y: 0, scale: 1 });
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
