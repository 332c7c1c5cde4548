/** Where somebody stands on the map of opinion, reckoned from their own answers. */
import { ownPlace } from '@wenzheng/shared/forum/own-place';
import { distanceIn, reachOf } from '@wenzheng/shared/forum/map-shape';
import type { MapGroup, PlacedMap } from '@wenzheng/shared/forum/opinion-map';
import { instant } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';

const group = (id: number, shape: Partial<MapGroup['shape']>): MapGroup => ({
  ...{ id, people: 8, standsFor: [] },
  shape: { x: 0, y: 0, long: 10, broad: 10, turn: 0, ...shape },
});
/** A map of so many statements; of each, agreeing leads ten to the right. */
const mapOf = (told: number, all: number, groups: MapGroup[], othersHidden = false): PlacedMap => {
  const statements = Array.from({ length: told }, (_, index) => `s${index}`);
  return {
    ...{ at: instant(1), people: 20, statements: all, stable: true, othersHidden, shared: [] },
    groups,
    where: {
      ...{ statements, centre: statements.map(() => 0) },
      ...{ x: statements.map(() => 5), y: statements.map(() => 0) },
    },
  };
};
const agreeing = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`s${index}`, 'agree' as const]));

describe('where somebody stands', () => {
  test.each([0, 1, 2, 6])('cannot be told from %i statements of sixty', (told) => {
    expect(ownPlace(mapOf(told, 60, [group(0, {})]), agreeing(told))).toBeNull();
  });

  test('is moved outwards by the root of what is missing of all statements', () => {
    const place = ownPlace(mapOf(7, 28, [group(0, {})]), agreeing(7));
    expect(place).toEqual({ x: 70, y: 0, group: 0 });
  });

  test('takes all answers where there are fewer than seven statements', () => {
    expect(ownPlace(mapOf(4, 4, [group(0, {})]), agreeing(3))).toBeNull();
    expect(ownPlace(mapOf(4, 4, [group(0, {})]), agreeing(4))).toMatchObject({ x: 20 });
  });

  test('is nobody’s group while some are hidden, unless it lies in one or near its edge', () => {
    const far = [group(0, { x: -60 })];
    expect(ownPlace(mapOf(7, 7, far), agreeing(7))?.group).toBe(0);
    expect(ownPlace(mapOf(7, 7, far, true), agreeing(7))?.group).toBeNull();
  });

  test('is in the ellipse that it lies in, although a smaller one has its middle nearer', () => {
    const [large, small] = [
      group(0, { x: -35, long: 90, broad: 40 }),
      group(1, { x: 75, long: 6 }),
    ];
    expect(ownPlace(mapOf(7, 7, [large, small], true), agreeing(7))?.group).toBe(0);
  });
});

describe('the ellipse of a group', () => {
  test('reaches as far as it is turned', () => {
    const shape = { x: 0, y: 0, long: 30, broad: 10, turn: 90 };
    expect(reachOf(shape).across).toBeCloseTo(10);
    expect(reachOf(shape).up).toBeCloseTo(30);
  });
  test('has its edge at one', () => {
    const shape = { x: 5, y: 5, long: 20, broad: 10, turn: 45 };
    const along = 20 * Math.SQRT1_2;
    expect(distanceIn(shape, { x: 5 + along, y: 5 + along })).toBeCloseTo(1);
    expect(distanceIn(shape, { x: 5, y: 5 })).toBe(0);
  });
});
