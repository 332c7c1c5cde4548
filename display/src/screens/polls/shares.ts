/** Figures of a poll as a hall reads them. */
import { getLocale } from '@wenzheng/shared/paraglide/runtime.js';

/** `count` of `whole` in percent, rounded by itself. */
export const shareOf = (count: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((100 * count) / whole);

/**
 * Whole percentages of parts of one whole, which are 100 together: what rounding down leaves over goes to the largest
 * remainders (A. Hamilton, 1792); of equal ones to the earlier part.
 */
export function sharesOf(counts: readonly number[]): number[] {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  if (whole === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (100 * count) / whole);
  const shares = exact.map(Math.floor);
  const left = 100 - shares.reduce((sum, share) => sum + share, 0);
  const remainder = (place: number): number => (exact[place] ?? 0) - (shares[place] ?? 0);
  const byRemainder = [...counts.keys()].sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (const place of byRemainder.slice(0, left)) shares[place] = (shares[place] ?? 0) + 1;
  return shares;
}

const inPercent = (percent: number): string =>
  new Intl.NumberFormat(getLocale(), { style: 'percent' }).format(percent / 100);

/** `percent` in words; what somebody chose is never called nothing. */
export const percentText = (percent: number, count: number): string =>
  percent === 0 && count > 0 ? `<${inPercent(1)}` : inPercent(percent);
