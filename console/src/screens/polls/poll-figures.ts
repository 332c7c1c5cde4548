/** What the figures of a poll say, in the reader's language. */
import { FACES } from '@wenzheng/shared/forum/choices';
import { placesIn, type PollForm } from '@wenzheng/shared/forum/poll-form';
import type { PollPart, PollResult } from '@wenzheng/shared/forum/polls';
import { getLocale } from '@wenzheng/shared/paraglide/runtime.js';
import { faceName } from '@wenzheng/shared/ui/names';

/** What a place stands for. */
export function placeName({ kind, options }: PollForm, place: number): string {
  if (kind === 'scale') return String(place + 1);
  const face = kind === 'faces' ? FACES[place] : undefined;
  return face ? faceName(face) : (options[place] ?? '');
}

/** Whole percent; of nobody it is none. */
export const percentText = (count: number, of: number): string =>
  new Intl.NumberFormat(getLocale(), { style: 'percent' }).format(of > 0 ? count / of : 0);

export interface PlaceFigures {
  readonly place: number;
  readonly name: string;
  readonly count: number;
  /** Of a ranking. */
  readonly points: number;
  /** Null while hall and online are not told apart. */
  readonly hall: number | null;
  readonly online: number | null;
  /** 0 to 1: its share of the voters; of a ranking, of the points that the leading one has. */
  readonly share: number;
  /** Nothing has more. */
  readonly leads: boolean;
}

/** A row for each place, in their order; of a ranking whoever leads comes first. */
export function placeFigures(form: PollForm, { total, hall, online }: PollResult): PlaceFigures[] {
  if (!total) return [];
  const isRanking = form.kind === 'ranking';
  const weigh = ({ counts, points }: PollPart): readonly number[] => (isRanking ? points : counts);
  const most = Math.max(1, ...weigh(total));
  const whole = Math.max(1, isRanking ? most : total.voters);
  const rows = Array.from({ length: placesIn(form) }, (_, place) => ({
    ...{ place, name: placeName(form, place), count: total.counts[place] ?? 0 },
    points: total.points[place] ?? 0,
    hall: hall && (weigh(hall)[place] ?? 0),
    online: online && (weigh(online)[place] ?? 0),
    share: (weigh(total)[place] ?? 0) / whole,
    leads: weigh(total)[place] === most,
  }));
  return isRanking ? rows.sort((a, b) => b.points - a.points) : rows;
}

/** Of a scale, with one decimal; null while nobody has voted. */
export function averageText({ counts, voters }: PollPart): string | null {
  if (voters === 0) return null;
  const sum = counts.reduce((all, count, place) => all + count * (place + 1), 0);
  return new Intl.NumberFormat(getLocale(), {
    ...{ minimumFractionDigits: 1, maximumFractionDigits: 1 },
  }).format(sum / voters);
}
