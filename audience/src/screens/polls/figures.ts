/** What came out of a poll, as a phone shows it. */
import { FACES, type Face } from '@wenzheng/shared/forum/choices';
import type { CloudWord, PollPart, PollResult, PollView } from '@wenzheng/shared/forum/polls';
import { getLocale } from '@wenzheng/shared/paraglide/runtime.js';
import { faceName } from '@wenzheng/shared/ui/names';

/** One thing that could be chosen. */
export interface Figure {
  readonly place: number;
  readonly name: string;
  readonly face: Face | null;
  readonly count: number;
  /** Of a ranking; else 0. */
  readonly points: number;
  /** Whole percent of those who voted, or of the most points there could be. */
  readonly percent: number;
  /** The same in the hall and online; null while it is not told. */
  readonly apart: { readonly hall: number; readonly online: number } | null;
}

/** In the order of the options; of a ranking by points, equals in the order of the options. */
export function figuresOf(poll: PollView, { total, hall, online }: PollResult): Figure[] {
  if (!total) return [];
  const percents = percentsIn(poll, total);
  const apart = hall && online && [percentsIn(poll, hall), percentsIn(poll, online)];
  const figures = total.counts.map((count, place): Figure => ({
    ...{ place, name: placeName(poll, place), count, points: total.points[place] ?? 0 },
    face: poll.kind === 'faces' ? (FACES[place] ?? null) : null,
    percent: percents[place] ?? 0,
    apart: apart && { hall: apart[0]?.[place] ?? 0, online: apart[1]?.[place] ?? 0 },
  }));
  return poll.kind === 'ranking' ? figures.sort((a, b) => b.points - a.points) : figures;
}

export function placeName({ kind, options }: PollView, place: number): string {
  const face = kind === 'faces' ? FACES[place] : undefined;
  if (face) return faceName(face);
  return options[place] ?? String(place + 1);
}

/** Of several choices each is for itself; else they make 100 together. */
function percentsIn({ kind, options }: PollView, { voters, counts, points }: PollPart): number[] {
  if (kind === 'ranking') return points.map((sum) => percentOf(sum, voters * options.length));
  return kind === 'multiple'
    ? counts.map((count) => percentOf(count, voters))
    : wholePercents(counts);
}

export const percentOf = (part: number, whole: number): number =>
  whole > 0 ? Math.round((100 * part) / whole) : 0;

/** Whole percents that make 100 together: the largest remainders are rounded up (T. Hare, 1859). */
export function wholePercents(counts: readonly number[]): number[] {
  const sum = counts.reduce((all, count) => all + count, 0);
  if (sum === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (100 * count) / sum);
  const whole = exact.map(Math.floor);
  const missing = 100 - whole.reduce((all, each) => all + each, 0);
  const remainder = (place: number): number => (exact[place] ?? 0) % 1;
  const byRemainder = [...counts.keys()].sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (const place of byRemainder.slice(0, missing)) whole[place] = (whole[place] ?? 0) + 1;
  return whole;
}

/** Mean of a scale that begins with 1; null while nobody has voted. */
export function meanOf({ voters, counts }: PollPart): number | null {
  const sum = counts.reduce((all, count, place) => all + count * (place + 1), 0);
  return voters > 0 ? sum / voters : null;
}

/** How large words are written: in five steps by how often they came, the most frequent 4. */
export function sizesOf(words: readonly CloudWord[]): number[] {
  const most = Math.max(...words.map(({ count }) => count), 1);
  return words.map(({ count }) =>
    most === 1 ? 0 : Math.round((4 * Math.log(count)) / Math.log(most)),
  );
}

export const percentText = (percent: number): string =>
  new Intl.NumberFormat(getLocale(), { style: 'percent' }).format(percent / 100);
export const meanText = (mean: number): string =>
  new Intl.NumberFormat(getLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    mean,
  );
