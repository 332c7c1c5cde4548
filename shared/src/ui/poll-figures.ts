/** Figures of a poll, the same on every screen: no two of them may say different percents of the same votes. */
import { FACES } from '../forum/choices';
import type { PollForm } from '../forum/poll-form';
import type { PollPart } from '../forum/polls';
import { getLocale } from '../paraglide/runtime';
import { faceName } from './names';

/** What a place stands for. */
export function placeName({ kind, options }: Pick<PollForm, 'kind' | 'options'>, place: number) {
  const face = kind === 'faces' ? FACES[place] : undefined;
  return face ? faceName(face) : (options[place] ?? String(place + 1));
}

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

/** Percent of the voters for each place. Of several that may be chosen they are no parts of one whole. */
export const sharesIn = (
  { kind }: Pick<PollForm, 'kind'>,
  { counts, voters }: Pick<PollPart, 'counts' | 'voters'>,
): number[] =>
  kind === 'multiple' ? counts.map((count) => shareOf(count, voters)) : sharesOf(counts);

export const inPercent = (percent: number): string =>
  new Intl.NumberFormat(getLocale(), { style: 'percent' }).format(percent / 100);

/** `percent` in words; what somebody chose is never called nothing. */
export const percentText = (percent: number, count: number): string =>
  percent === 0 && count > 0 ? `<${inPercent(1)}` : inPercent(percent);

/** Of a scale whose first step is 1; null while nobody has voted. */
export function meanOf(counts: readonly number[]): number | null {
  const voters = counts.reduce((sum, count) => sum + count, 0);
  if (voters === 0) return null;
  return counts.reduce((sum, count, place) => sum + count * (place + 1), 0) / voters;
}

/** The mean with one decimal. */
export function meanText(counts: readonly number[]): string | null {
  const mean = meanOf(counts);
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return mean === null ? null : new Intl.NumberFormat(getLocale(), digits).format(mean);
}
