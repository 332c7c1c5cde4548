/** The size of a text is found in few measurements, whatever the steps in which lines break. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestThatFits } from '../../../display/src/text/largest';

/** `count` characters of a square each, broken into lines, in a place of `width` × `height`. */
const textOf = (count: number, width: number, height: number) => {
  let measured = 0;
  const excess = (size: number): number => {
    measured += 1;
    const inLine = Math.floor(width / size);
    if (inLine === 0) return size / width + 1;
    return (Math.ceil(count / inLine) * size * 1.3) / height;
  };
  return { excess, measured: () => measured };
};

test('finds a size that fits, or says that the smallest does not, in a dozen measurements', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 200, max: 3_600 }),
      fc.integer({ min: 100, max: 1_000 }),
      (count, width, height) => {
        const { excess, measured } = textOf(count, width, height);
        const size = largestThatFits(excess, 20, 140);
        expect(measured()).toBeLessThanOrEqual(12);
        if (size === null) expect(excess(20)).toBeGreaterThan(1);
        else expect(excess(size)).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('needs half the measurements that halving would, and comes as close', () => {
  const found = [10, 40, 90, 160, 250, 400].map((count) => {
    const { excess, measured } = textOf(count, 1_600, 700);
    const size = largestThatFits(excess, 20, 140) ?? 0;
    const times = measured();
    let largest = 140;
    while (excess(largest) > 1) largest -= 0.1;
    expect(size).toBeGreaterThan(largest * 0.98 - 0.5);
    return times;
  });
  expect(Math.max(...found)).toBeLessThanOrEqual(8);
  expect(found.reduce((sum, times) => sum + times) / found.length).toBeLessThan(6);
});

test('takes the largest at once, and says when nothing fits', () => {
  expect(largestThatFits(() => 0.2, 20, 140)).toBe(140);
  expect(largestThatFits(() => 3, 20, 140)).toBeNull();
  expect(largestThatFits((size) => size / 20, 20, 140)).toBeCloseTo(20, 0);
});
