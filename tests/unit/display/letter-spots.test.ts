import { describe, expect, test } from 'vitest';
import { distanceIn } from '@wenzheng/shared/forum/map-shape';
import type { DrawnMap, MapShape } from '@wenzheng/shared/forum/opinion-map';
import { LETTER } from '../../../display/src/screens/opinions/letter-room';
import { letterSpots } from '../../../display/src/screens/opinions/letter-spots';
import { FIELD, type Spot } from '../../../display/src/screens/opinions/map-drawing';

const round = (x: number, y: number, half = 40): MapShape => ({
  ...{ x, y, turn: 0 },
  ...{ long: half, broad: half },
});
type Place = DrawnMap['places'][number];
const place = (x: number, y: number, people = 1): Place => [x, y, people, 0];
const spotsOf = (
  people: number | readonly number[],
  shapes: readonly MapShape[],
  places: Place[] = [],
): Spot[] => {
  const peopleOf = (id: number): number =>
    typeof people === 'number' ? people : (people[id] ?? 0);
  const groups = shapes.map((shape, id) => ({ id, people: peopleOf(id), shape, standsFor: [] }));
  return letterSpots({ groups, places }, { x: 0, y: 0, scale: 1 });
};
/** Of a round map with one group above two others, the people of the upper and of the left one. */
const CROWDED: Place[] = [
  ...[place(20, 104), place(3, 87), place(-9, 75), place(2, 75), place(14, 81, 2), place(33, 75)],
  ...[place(14, 69), place(8, 58), place(8, 40), place(33, 46), place(43, 99), place(-16, 34)],
  ...[place(55, 40), place(-98, -55, 2), place(-69, -55, 2), place(-74, -25), place(-74, -37)],
  ...[place(-80, -43), place(-74, -43), place(-92, -37), place(-45, -25), place(-39, -43)],
  ...[place(-33, -49), place(-86, -108), place(-4, -14)],
];

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

describe('outside what belongs to others', () => {
  const SIZES = [-1, -0.5, 0, 0.5, 1];
  /** Places all over a part of the room of a letter; y upwards, as on the map. */
  const roomOf = ({ x, y }: Spot, part: number): Spot[] =>
    SIZES.flatMap((across) =>
      SIZES.map((down) => ({
        x: x + across * part * LETTER.across,
        y: -y - down * part * LETTER.down,
      })),
    );
  const isClear = (spot: Spot, shape: MapShape, part: number): boolean =>
    roomOf(spot, part).every((place) => distanceIn(shape, place) >= 1);
  const isFree = (spot: Spot, places: readonly Place[]): boolean =>
    places.every(
      ([x, y]) => Math.abs(x - spot.x) >= LETTER.across || Math.abs(-y - spot.y) >= LETTER.down,
    );

  test('beside two slivers at the sides of the field their letters stand in the empty middle', () => {
    const sliver = (x: number, y: number): MapShape => ({ x, y, long: 108, broad: 9, turn: 81 });
    const shapes = [sliver(-110, 4), sliver(109, -4)];
    const places: Place[] = [
      ...[place(-106, 37, 5), place(-124, -87, 2), place(-94, 90, 1)],
      ...[place(124, 87, 2), place(105, -38, 5), place(96, -93, 1)],
    ];
    const spots = spotsOf(8, shapes, places);
    expect(spots.map(({ x }) => Math.sign(x))).toEqual([-1, 1]);
    for (const [index, spot] of spots.entries()) {
      expect(isFree(spot, places)).toBe(true);
      for (const shape of shapes) expect(isClear(spot, shape, 0.75), `${index}`).toBe(true);
    }
  });

  test('a letter that finds no room above its ellipse does not stand against the one below it', () => {
    const shapes: MapShape[] = [
      { x: 70, y: -40, long: 59, broad: 47, turn: 90 },
      { x: -68, y: -42, long: 58, broad: 41, turn: 40 },
      { x: 16, y: 70, long: 44, broad: 37, turn: 85 },
    ];
    const people = [29, 16, 15];
    const [a, b, c] = spotsOf(people, shapes, CROWDED);
    expect(a).toEqual({ x: 70, y: 40 });
    for (const [spot, ...others] of [
      [b, shapes[0], shapes[2]],
      [c, shapes[0], shapes[1]],
    ] as const)
      for (const other of others)
        expect(spot && other && isClear(spot, other, 1), JSON.stringify([b, c])).toBe(true);
  });

  test('a letter is not laid across a sliver that leans', () => {
    const leaning: MapShape = { x: 0, y: 0, long: 90, broad: 14, turn: 45 };
    const [spot] = spotsOf(100, [leaning]);
    expect(spot && isClear(spot, leaning, 0.75)).toBe(true);
  });
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
