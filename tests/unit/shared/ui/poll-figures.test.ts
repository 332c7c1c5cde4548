import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  meanOf,
  meanText,
  percentText,
  placeName,
  shareOf,
  sharesIn,
  sharesOf,
} from '@wenzheng/shared/ui/poll-figures';

const counts = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 20 });
const sum = (of: readonly number[]): number => of.reduce((all, each) => all + each, 0);

test.each<[readonly number[], readonly number[]]>([
  [
    [1, 1, 1],
    [34, 33, 33],
  ],
  [
    [335, 335, 330],
    [34, 33, 33],
  ],
  [
    [99_999, 1],
    [100, 0],
  ],
  [
    [0, 0],
    [0, 0],
  ],
])('parts of one whole %j are %j percent', (parts, percent) => {
  expect(sharesOf(parts)).toEqual(percent);
});

test('percentages of one whole are 100 together, and none is a whole percent off', () => {
  fc.assert(
    fc.property(counts, (parts) => {
      const whole = sum(parts);
      const shares = sharesOf(parts);
      expect(sum(shares)).toBe(whole === 0 ? 0 : 100);
      shares.forEach((share, place) => {
        const exact = whole === 0 ? 0 : (100 * (parts[place] ?? 0)) / whole;
        expect(Math.abs(share - exact)).toBeLessThan(1);
      });
    }),
  );
});

test('of several that may be chosen each share is rounded by itself', () => {
  expect([2, 2, 1].map((count) => shareOf(count, 3))).toEqual([67, 67, 33]);
  expect(shareOf(0, 0)).toBe(0);
});

test('what somebody chose is not called nothing', () => {
  expect(percentText(0, 1)).toBe('<1%');
  expect(percentText(0, 0)).toBe('0%');
});

test('the mean of a scale counts its first step as 1', () => {
  expect(meanOf([1, 0, 0, 0, 1])).toBe(3);
  expect(meanOf([0, 0, 4])).toBe(3);
  expect(meanOf([0, 0, 0])).toBeNull();
});

test('the mean is told with one decimal', () => {
  expect(meanText([1, 0, 0, 0, 3])).toBe('4.0');
  expect(meanText([1, 0, 3])).toBe('2.5');
  expect(meanText([0, 0, 0])).toBeNull();
});

test('of several choices percents are of the people who voted', () => {
  expect(sharesIn({ kind: 'multiple' }, { voters: 4, counts: [4, 3, 0] })).toEqual([100, 75, 0]);
  expect(sharesIn({ kind: 'single' }, { voters: 3, counts: [1, 1, 1] })).toEqual([34, 33, 33]);
});

test('places are named by their words, faces or numbers', () => {
  expect(placeName({ kind: 'scale', options: [] }, 4)).toBe('5');
  expect(placeName({ kind: 'single', options: ['bus', 'tram'] }, 1)).toBe('tram');
  expect(placeName({ kind: 'faces', options: [] }, 0)).not.toBe('');
});
