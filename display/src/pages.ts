/** What is too much for one picture is shown page by page; every display of a hall turns at the same moment. */
import { between, type Instant } from '@wenzheng/shared/time/instant';

const PAGE_MS = 10_000;

/** The page, from 0, that stands `now` when turning began at `since`. */
export const pageAt = (since: Instant, now: Instant, pages: number): number =>
  Math.floor(Math.max(0, between(since, now)) / PAGE_MS) % pages;

/** Milliseconds until the page turns. */
export const untilTurn = (since: Instant, now: Instant): number =>
  PAGE_MS - (Math.max(0, between(since, now)) % PAGE_MS);

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
/** Of a letter, against a Chinese character; some are wide, and words do not fill their lines. */
const LETTER = 0.7;

/** How wide `text` is, in Chinese characters. It needs no measuring, so all displays page alike. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 1 : LETTER), 0);

export interface PageLimits {
  /** Items on a page. */
  readonly most: number;
  /** Sum of weights on a page; a single item may be heavier. */
  readonly budget: number;
}

/** `items` in pages about as full as each other, in their order. */
export function pagesOf<T>(
  items: readonly T[],
  weigh: (item: T) => number,
  limits: PageLimits,
): T[][] {
  const pages = fill(items, weigh, limits);
  for (let most = Math.ceil(items.length / pages.length); most < limits.most; most += 1) {
    const even = fill(items, weigh, { ...limits, most });
    if (even.length === pages.length) return even;
  }
  return pages;
}

function fill<T>(
  items: readonly T[],
  weigh: (item: T) => number,
  { most, budget }: PageLimits,
): T[][] {
  const pages: T[][] = [];
  let left = 0;
  for (const item of items) {
    const page = pages.at(-1);
    const weight = weigh(item);
    if (page && page.length < most && weight <= left) {
      page.push(item);
      left -= weight;
    } else {
      pages.push([item]);
      left = budget - weight;
    }
  }
  return pages;
}
