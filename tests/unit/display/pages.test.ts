import { expect, test } from 'vitest';
import { pageAt, pagesOf, untilTurn, widthOf } from '../../../display/src/pages';
import { instant } from '@wenzheng/shared/time/instant';

const since = instant(1_000_000);
const later = (ms: number) => instant(since + ms);

test.each([
  { after: 0, page: 0, left: 10_000 },
  { after: 9_999, page: 0, left: 1 },
  { after: 10_000, page: 1, left: 10_000 },
  { after: 25_000, page: 2, left: 5_000 },
  { after: 30_000, page: 0, left: 10_000 },
])(
  'after $after ms of three pages, page $page stands for $left ms more',
  ({ after, page, left }) => {
    expect(pageAt(since, later(after), 3)).toBe(page);
    expect(untilTurn(since, later(after))).toBe(left);
  },
);

test('a clock that is behind the hub shows the first page', () => {
  expect(pageAt(since, later(-4_000), 3)).toBe(0);
  expect(untilTurn(since, later(-4_000))).toBe(10_000);
});

test.each([
  ['', 0],
  ['问政', 2],
  ['问，政。', 4],
  ['（一）', 3],
  ['abcdefghij', 7],
  ['12 路', 3.1],
  ['𠮷', 1],
])('%j is %d characters wide', (text, width) => {
  expect(widthOf(text)).toBeCloseTo(width);
});

const itself = (weight: number): number => weight;

test('nothing makes no page', () => {
  expect(pagesOf([], itself, { most: 3, budget: 10 })).toEqual([]);
});

test('a page holds no more than it bears', () => {
  expect(pagesOf([4, 4, 4, 4], itself, { most: 6, budget: 10 })).toEqual([
    [4, 4],
    [4, 4],
  ]);
  expect(pagesOf([5, 5, 1], itself, { most: 6, budget: 10 })).toEqual([[5, 5], [1]]);
});

test('an item that is heavier than a page has one to itself', () => {
  expect(pagesOf([1, 30, 1], itself, { most: 6, budget: 10 })).toEqual([[1], [30], [1]]);
});

test('the last page is not left with one item when the others could share', () => {
  expect(pagesOf([1, 2, 3, 4, 5, 6, 7], itself, { most: 6, budget: 100 })).toEqual([
    [1, 2, 3, 4],
    [5, 6, 7],
  ]);
});

test('evening out never adds a page', () => {
  // Three and three would need a third page for the heavy ones.
  expect(pagesOf([1, 1, 1, 1, 8, 2], itself, { most: 4, budget: 10 })).toEqual([
    [1, 1, 1, 1],
    [8, 2],
  ]);
});

test.each([1, 5, 13, 40])('%d items all stand once, in their order', (count) => {
  const items = Array.from({ length: count }, (_, index) => (index * 7) % 11);
  const pages = pagesOf(items, itself, { most: 4, budget: 20 });
  expect(pages.flat()).toEqual(items);
  expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(4);
});
