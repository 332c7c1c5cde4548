/** The map of opinion on a phone: when it is asked for, where one stands on it, and how it is laid out. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MapGroup, PlacedMap } from '@wenzheng/shared/forum/opinion-map';
import { instant } from '@wenzheng/shared/time/instant';
import {
  areApart,
  BREADTH,
  drawingOf,
  wordsAt,
  type Rectangle,
} from '../../../audience/src/screens/map/drawing';
import { MapSource } from '../../../audience/src/screens/map/map-source.svelte';
import { standingOn } from '../../../audience/src/screens/map/standing';

const group = (id: number, x: number, y: number, change: object = {}): MapGroup => ({
  ...{ id, people: 8, standsFor: [] },
  shape: { x, y, long: 20, broad: 12, turn: 30, ...change },
});
const IDS = Array.from({ length: 9 }, (_, index) => `s${index}`);
const mapAt = (at: number, change: Partial<PlacedMap> = {}): PlacedMap => ({
  ...{ at: instant(at), people: 20, statements: 9, stable: true, othersHidden: false, shared: [] },
  groups: [group(0, -50, 0), group(1, 50, 0)],
  where: {
    ...{ statements: IDS, centre: IDS.map(() => 0) },
    ...{ x: IDS.map(() => 10), y: IDS.map(() => 0) },
  },
  ...change,
});
const answers = (count: number, answer: 'agree' | 'disagree') =>
  Object.fromEntries(IDS.slice(0, count).map((id) => [id, answer]));

describe('a phone asks for the map', () => {
  let hub: PlacedMap | null;
  let asked: number;
  let isThere: boolean;
  let source: MapSource;
  beforeEach(() => {
    vi.useFakeTimers();
    [hub, asked, isThere] = [mapAt(1), 0, true];
    source = new MapSource({
      load: () => {
        asked += 1;
        return isThere ? Promise.resolve(hub) : Promise.reject(new Error('offline'));
      },
      now: () => Date.now(),
      chance: () => 0.5,
    });
  });
  afterEach(() => void vi.useRealTimers());
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  test('at once when it is opened, and not again while there is no newer one', async () => {
    source.follow(instant(1));
    await pass(0);
    expect(source.map).toBe(hub);
    expect(source.follow(instant(1))).toBeUndefined();
    await pass(60_000);
    expect(asked).toBe(1);
  });

  test('not at all while there is none, or once nobody looks any more', async () => {
    source.follow(null);
    source.follow(instant(1))?.();
    await pass(60_000);
    expect(asked).toBe(0);
  });

  test('for a newer one after ten seconds and some by chance, however often it changes', async () => {
    source.follow(instant(1));
    await pass(0);
    hub = mapAt(4);
    for (const at of [2, 3]) {
      const leave = source.follow(instant(at));
      await pass(5_000);
      leave?.();
    }
    source.follow(instant(4));
    await pass(2_499);
    expect(asked).toBe(1);
    await pass(1);
    expect(asked).toBe(2);
    expect(source.map?.at).toBe(4);
  });

  test('in vain: says so, keeps what it had, and tries again when it is told to', async () => {
    source.follow(instant(1));
    await pass(0);
    isThere = false;
    source.follow(instant(2));
    await pass(12_500);
    expect(source.failed).toBe(true);
    expect(source.map?.at).toBe(1);
    [isThere, hub] = [true, mapAt(2)];
    await source.load();
    expect(source.failed).toBe(false);
    expect(source.map?.at).toBe(2);
  });
});

describe('where one stands', () => {
  test('takes seven answers to statements of the map', () => {
    expect(standingOn(mapAt(1), {})).toEqual({ kind: 'needs', count: 7 });
    const some = { ...answers(5, 'agree'), elsewhere: 'agree' as const };
    expect(standingOn(mapAt(1), some)).toEqual({ kind: 'needs', count: 2 });
    expect(standingOn(mapAt(1), { ...answers(7, 'agree'), s0: null })).toMatchObject({ count: 1 });
  });

  test('follows one’s answers without a new map', () => {
    const [for_, against] = [answers(7, 'agree'), answers(7, 'disagree')];
    expect(standingOn(mapAt(1), for_)).toMatchObject({ kind: 'placed', group: { id: 1 } });
    expect(standingOn(mapAt(1), against)).toMatchObject({ kind: 'placed', group: { id: 0 } });
  });

  test('names no group that is not shown', () => {
    const hidden = mapAt(1, { groups: [group(1, 50, 0)], othersHidden: true });
    expect(standingOn(hidden, answers(7, 'disagree'))).toMatchObject({
      ...{ kind: 'placed', group: null },
    });
    const nearby = mapAt(1, { groups: [group(1, 80, 0)], othersHidden: true });
    expect(standingOn(nearby, answers(7, 'agree'))).toMatchObject({ group: { id: 1 } });
  });

  test('is with the nearest group where all of them are shown', () => {
    const alone = mapAt(1, { groups: [group(1, 50, 0)] });
    expect(standingOn(alone, answers(7, 'disagree'))).toMatchObject({ group: { id: 1 } });
  });
});

describe('the drawing', () => {
  const SIZES = { label: { wide: 90, tall: 36 }, own: { wide: 104, above: 48, below: 16 } };
  const labelsOf = (drawing: ReturnType<typeof drawingOf>): Rectangle[] =>
    drawing.groups.map(({ label }) => ({
      ...{ left: label.x - 45, right: label.x + 45, top: label.y - 18, bottom: label.y + 18 },
    }));

  test('turns upwards into up, and shows the nearest group nearest', () => {
    const { groups, own } = drawingOf(
      [group(0, -50, -40), group(1, 50, 40)],
      { x: 60, y: 40 },
      SIZES,
    );
    expect(groups[1]?.y).toBeLessThan(groups[0]?.y ?? 0);
    expect(groups[1]?.x).toBeGreaterThan(groups[0]?.x ?? 0);
    expect(Math.abs((own?.x ?? 0) - (groups[1]?.x ?? 0))).toBeLessThan(40);
  });

  test('covers neither the own mark nor another label, wherever two groups and the mark are', () => {
    const coordinate = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 6, maxLength: 6 }), ([...at]) => {
        const [ax = 0, ay = 0, bx = 0, by = 0, x = 0, y = 0] = at;
        const drawing = drawingOf([group(0, ax, ay), group(1, bx, by)], { x, y }, SIZES);
        const [first, second] = labelsOf(drawing);
        const mark = drawing.own ?? { x: 0, y: 0 };
        const words = wordsAt(mark.x, SIZES.own.wide);
        const own = {
          ...{ left: words - 52, right: words + 52, top: mark.y - 48, bottom: mark.y + 16 },
        };
        if (!first || !second) throw new Error('a label is missing');
        for (const [one, other] of [
          [first, second],
          [first, own],
          [second, own],
        ] as const)
          expect(areApart(one, other)).toBe(true);
        for (const each of [first, second, own]) {
          expect(Math.min(each.left, each.top)).toBeGreaterThanOrEqual(0);
          expect(each.right).toBeLessThanOrEqual(BREADTH);
          expect(each.bottom).toBeLessThanOrEqual(drawing.height);
        }
      }),
    );
  });
});
