/** The map of opinion on a phone: when it is asked for, and where one stands on it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MapGroup, PlacedMap } from '@wenzheng/shared/forum/opinion-map';
import { instant } from '@wenzheng/shared/time/instant';
import { MapRefused, MapSource } from '../../../audience/src/screens/map/map-source.svelte';
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
  let answer: () => Promise<PlacedMap | null>;
  let source: MapSource;
  beforeEach(() => {
    vi.useFakeTimers();
    [hub, asked] = [mapAt(1), 0];
    answer = () => Promise.resolve(hub);
    source = new MapSource({
      load: () => {
        asked += 1;
        return answer();
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
    answer = () => Promise.reject(new Error('offline'));
    source.follow(instant(2));
    await pass(12_500);
    expect(source).toMatchObject({ failed: true, status: null });
    expect(source.map?.at).toBe(1);
    hub = mapAt(2);
    answer = () => Promise.resolve(hub);
    await source.load();
    expect(source.failed).toBe(false);
    expect(source.map?.at).toBe(2);
  });

  test('and is refused: knows that the network is not to blame', async () => {
    answer = () => Promise.reject(new MapRefused(429));
    await source.load();
    expect(source).toMatchObject({ failed: true, status: 429 });
  });

  test('no longer than ten seconds if nothing ever comes, and then again', async () => {
    answer = () => new Promise(() => undefined);
    source.follow(instant(1));
    await pass(0);
    expect(source).toMatchObject({ failed: false, loading: true });
    await pass(9_999);
    expect(source.loading).toBe(true);
    await pass(1);
    expect(source).toMatchObject({ failed: true, status: null, loading: false });
    answer = () => Promise.resolve(hub);
    source.follow(instant(1));
    await pass(2_500);
    expect(source).toMatchObject({ failed: false, loading: false, map: { at: 1 } });
  });

  test('and gives up a question that takes too long', async () => {
    const given: AbortSignal[] = [];
    const slow = new MapSource({
      load: (signal) => {
        given.push(signal);
        return new Promise(() => undefined);
      },
      now: () => Date.now(),
      chance: () => 0,
    });
    void slow.load();
    await pass(10_000);
    expect(given.map(({ aborted }) => aborted)).toEqual([true]);
  });
});

describe('where one stands', () => {
  test('takes seven answers to statements of the map', () => {
    expect(standingOn(mapAt(1), {})).toEqual({ kind: 'needs', count: 7 });
    const some = { ...answers(5, 'agree'), elsewhere: 'agree' as const };
    expect(standingOn(mapAt(1), some)).toEqual({ kind: 'needs', count: 2 });
    expect(standingOn(mapAt(1), { ...answers(7, 'agree'), s0: null })).toMatchObject({ count: 1 });
  });

  const told = (count: number) =>
    mapAt(1, {
      statements: 60,
      where: {
        ...{ statements: IDS.slice(0, count), centre: Array<number>(count).fill(0) },
        ...{ x: Array<number>(count).fill(10), y: Array<number>(count).fill(0) },
      },
    });

  test('cannot be told while hardly anyone has answered the same statements', () => {
    for (const count of [0, 1, 2])
      for (const answered of [0, 1, 2, 9])
        expect(standingOn(told(count), answers(answered, 'agree'))).toEqual({ kind: 'early' });
    expect(standingOn(mapAt(1, { ...told(0), statements: 0 }), {})).toEqual({ kind: 'early' });
  });

  test('takes answers as long as there are enough to give', () => {
    expect(standingOn(told(6), answers(0, 'agree'))).toEqual({ kind: 'early' });
    expect(standingOn(told(7), answers(0, 'agree'))).toEqual({ kind: 'needs', count: 7 });
    expect(standingOn(told(7), answers(6, 'agree'))).toEqual({ kind: 'needs', count: 1 });
    expect(standingOn(told(7), answers(7, 'agree'))).toMatchObject({ kind: 'placed' });
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
