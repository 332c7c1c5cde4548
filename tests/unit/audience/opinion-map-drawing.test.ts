/** How the map of opinion is laid out on a phone: whole to be seen, and every word of it to be read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceIn, reachOf } from '@wenzheng/shared/forum/map-shape';
import type { MapGroup } from '@wenzheng/shared/forum/opinion-map';
import {
  drawingOf,
  MOST_HEIGHT,
  type Drawing,
  type Sizes,
} from '../../../audience/src/screens/map/drawing';
import {
  areApart,
  BREADTH,
  wordsAt,
  type Point,
  type Rectangle,
} from '../../../audience/src/screens/map/labels';

const group = (id: number, x: number, y: number, change: object = {}): MapGroup => ({
  ...{ id, people: 8, standsFor: [] },
  shape: { x, y, long: 20, broad: 12, turn: 30, ...change },
});
/** Chinese as usual, and English in the large letters of easy mode, where labels do not stand side by side. */
const CHINESE: Sizes = {
  label: { wide: 90, tall: 36 },
  own: { wide: 104, above: 48, below: 16 },
};
const LARGE: Sizes = {
  label: { wide: 180, tall: 36 },
  own: { wide: 194, above: 56, below: 16 },
};
/** Sums of fractions come out a hair beside. */
const HAIR = 0.001;

const labelsOf = ({ groups }: Drawing, { label }: Sizes): Rectangle[] =>
  groups.map(({ label: { x, y } }) => ({
    ...{ left: x - label.wide / 2, right: x + label.wide / 2 },
    ...{ top: y - label.tall / 2, bottom: y + label.tall / 2 },
  }));
function markOf({ own }: Drawing, sizes: Sizes): Rectangle[] {
  if (!own) return [];
  const [middle, half] = [wordsAt(own.x, sizes.own.wide), sizes.own.wide / 2];
  const { above, below } = sizes.own;
  const [top, bottom] = [own.y - above, own.y + below];
  return [{ left: middle - half, right: middle + half, top, bottom }];
}
const ellipsesOf = ({ groups }: Drawing): Rectangle[] =>
  groups.map((shape) => {
    const { across, up } = reachOf(shape);
    return {
      ...{ left: shape.x - across, right: shape.x + across },
      ...{ top: shape.y - up, bottom: shape.y + up },
    };
  });

const coordinate = fc.integer({ min: -100, max: 100 });
const place = fc.option(fc.record({ x: coordinate, y: coordinate }));
const shape = fc.record({
  ...{ x: coordinate, y: coordinate, turn: fc.integer({ min: -90, max: 90 }) },
  ...{ long: fc.integer({ min: 0, max: 160 }), broad: fc.integer({ min: 0, max: 160 }) },
});
const groups = fc
  .array(shape, { minLength: 1, maxLength: 5 })
  .map((shapes) => shapes.map((each, id) => group(id, each.x, each.y, each)));
const sizes = fc.constantFrom(CHINESE, LARGE);

describe('the drawing', () => {
  test('turns upwards into up, and shows the nearest group nearest', () => {
    const { groups: drawn, own } = drawingOf(
      [group(0, -50, -40), group(1, 50, 40)],
      { x: 60, y: 40 },
      CHINESE,
    );
    expect(drawn[1]?.y).toBeLessThan(drawn[0]?.y ?? 0);
    expect(drawn[1]?.x).toBeGreaterThan(drawn[0]?.x ?? 0);
    expect(Math.abs((own?.x ?? 0) - (drawn[1]?.x ?? 0))).toBeLessThan(40);
  });

  test('keeps whoever is inside a group inside it', () => {
    const inside = (map: MapGroup['shape'], at: Point): boolean => distanceIn(map, at) < 1;
    fc.assert(
      fc.property(shape, place, (each, at) => {
        const large = { ...each, long: each.long + 20, broad: each.broad + 20 };
        const { groups: drawn, own } = drawingOf([group(0, large.x, large.y, large)], at, CHINESE);
        if (!at || !own || !drawn[0] || Math.abs(distanceIn(large, at) - 1) < HAIR) return;
        expect(inside(drawn[0], own)).toBe(inside(large, at));
      }),
    );
  });

  test('can be seen whole, whatever the groups and wherever the mark is', () => {
    fc.assert(
      fc.property(groups, place, sizes, (map, at, written) => {
        const drawing = drawingOf(map, at, written);
        expect(drawing.height).toBeLessThanOrEqual(MOST_HEIGHT + HAIR);
        for (const each of [
          ...ellipsesOf(drawing),
          ...labelsOf(drawing, written),
          ...markOf(drawing, written),
        ]) {
          expect(Math.min(each.left, each.top)).toBeGreaterThanOrEqual(-HAIR);
          expect(each.right).toBeLessThanOrEqual(BREADTH + HAIR);
          expect(each.bottom).toBeLessThanOrEqual(drawing.height + HAIR);
        }
      }),
    );
  });

  test('covers neither a label nor the own mark with a label', () => {
    fc.assert(
      fc.property(groups, place, sizes, (map, at, written) => {
        const drawing = drawingOf(map, at, written);
        const all = [...labelsOf(drawing, written), ...markOf(drawing, written)];
        for (const [index, one] of all.entries())
          for (const other of all.slice(index + 1)) expect(areApart(one, other)).toBe(true);
      }),
    );
  });

  test('has labels at their groups where these lie apart', () => {
    const map = [group(0, -70, 50), group(1, 70, 50), group(2, 0, -60)];
    for (const { label, x, y, long } of drawingOf(map, null, CHINESE).groups)
      expect(Math.hypot(label.x - x, label.y - y)).toBeLessThan(long + CHINESE.label.tall);
  });

  test('covers as little as it can where there is no room', () => {
    const wide: Sizes = { ...CHINESE, label: { wide: 300, tall: 90 } };
    const map = [0, 1, 2, 3, 4].map((id) => group(id, 0, 0));
    const drawing = drawingOf(map, { x: 0, y: 0 }, wide);
    expect(new Set(drawing.groups.map(({ label }) => label.y)).size).toBeGreaterThan(2);
  });
});
