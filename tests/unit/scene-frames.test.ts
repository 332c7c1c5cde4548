/** What looks at the frames of a scene change finds what is wrong with them. */
import { describe, expect, test } from 'vitest';
import { blanksOf, faultsOf, paceOf, scenesOf, type Frame } from '../e2e/support/frame-figures';
import { inkOf } from '../e2e/support/painted-frames';

const frame = (
  at: number,
  ...layers: readonly (readonly [id: number, scene: string | null, opacity: number])[]
): Frame => ({
  at,
  layers: layers.map(([id, scene, opacity]) => ({ id, scene, opacity, lit: true })),
  undone: [],
});

describe('frames of a page', () => {
  test('are sound while two pictures cross', () => {
    expect(
      faultsOf([
        frame(0, [1, 'agenda', 1]),
        frame(16, [1, null, 0.95], [2, 'join', 0.14]),
        frame(160, [1, null, 0.5], [2, 'join', 0.87]),
        frame(320, [2, 'join', 1]),
      ]),
    ).toEqual([]);
  });
  test('are blank where the old picture goes before the new one has come', () => {
    const faults = faultsOf([
      frame(16, [1, null, 0.4], [2, 'join', 0.3]),
      frame(33),
      frame(50, [2, 'join', 1]),
    ]);
    expect(faults).toEqual(['at 16 ms: hardly there (0.70)', 'at 33 ms: hardly there (0.00)']);
  });
  test('are blank where a picture has no text', () => {
    const [layer] = frame(0, [1, 'agenda', 1]).layers;
    if (!layer) throw new Error('no layer');
    const faults = faultsOf([{ at: 0, layers: [{ ...layer, lit: false }], undone: [] }]);
    expect(faults).toEqual(['at 0 ms: hardly there (0.00)']);
  });
  test('name what is not laid out', () => {
    const faults = faultsOf([{ ...frame(16, [1, 'agenda', 1]), undone: ['not fitted: 一楼'] }]);
    expect(faults).toEqual(['at 16 ms: not fitted: 一楼']);
  });
  test('tell the scenes in their order, also two of a kind', () => {
    const shown = scenesOf([
      frame(0, [1, 'poll', 1]),
      frame(16, [1, null, 0.9], [2, 'poll', 0.1]),
      frame(33, [2, null, 1], [3, 'agenda', 1]),
    ]);
    expect(shown).toEqual(['poll', 'poll', 'agenda']);
  });
});

describe('painted frames', () => {
  test('are blank only between two that are pictures', () => {
    expect(blanksOf([0, 0.2, 0.1, 0, 0.001, 0.3, 0])).toEqual([3, 4]);
    expect(blanksOf([0.2, 0.04, 0.02, 0.2])).toEqual([]);
    expect(blanksOf([0, 0])).toEqual([]);
  });

  const SIZE = 40;
  const painted = (colourOf: (x: number, y: number) => number): Uint8Array => {
    const data = new Uint8Array(SIZE * SIZE * 4);
    for (let y = 0; y < SIZE; y += 1)
      for (let x = 0; x < SIZE; x += 1)
        data.fill(colourOf(x, y), (y * SIZE + x) * 4, (y * SIZE + x) * 4 + 4);
    return data;
  };
  const middle = { left: 0.25, top: 0.25, right: 0.75, bottom: 0.75 };
  const inkIn = (data: Uint8Array): number => inkOf({ width: SIZE, height: SIZE, data }, middle);

  test('show how much of the scene’s place is drawn upon', () => {
    expect(inkIn(painted((x) => (x < 15 ? 20 : 250)))).toBe(0.25);
  });
  test('are empty when head and foot alone are there', () => {
    expect(inkIn(painted((_, y) => (y < 8 || y > 32 ? 20 : 250)))).toBe(0);
  });
  test('are empty when the ground is but a little uneven', () => {
    expect(inkIn(painted((x) => (x % 3 === 0 ? 240 : 250)))).toBe(0);
  });
});

test('the pace is that of frames in which pictures cross; one that is made holds it up', () => {
  const layers = [1, 1, 2, 2, 3, 3, 1];
  const beats = [0, 16, 96, 112, 172, 222, 1_222].map((at, index) => ({
    at,
    layers: layers[index] ?? 1,
  }));
  const pace = paceOf(beats);
  expect(pace).toEqual({ perSecond: 4_000 / 206, p95: 50, longest: 50, made: 60, madeLongest: 80 });
});
