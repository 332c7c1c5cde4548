/** What came out of a poll, as the console shows it. */
import { placesIn, type PollForm } from '@wenzheng/shared/forum/poll-form';
import type { PollPart, PollResult } from '@wenzheng/shared/forum/polls';
import { placeName, sharesIn } from '@wenzheng/shared/ui/poll-figures';

export interface PlaceFigures {
  readonly place: number;
  readonly name: string;
  readonly count: number;
  /** Of a ranking. */
  readonly points: number;
  /** Null while hall and online are not told apart. */
  readonly hall: number | null;
  readonly online: number | null;
  /** Whole percent of the voters. */
  readonly percent: number;
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
  const percents = sharesIn(form, total);
  const rows = Array.from({ length: placesIn(form) }, (_, place) => ({
    ...{ place, name: placeName(form, place), count: total.counts[place] ?? 0 },
    points: total.points[place] ?? 0,
    hall: hall && (weigh(hall)[place] ?? 0),
    online: online && (weigh(online)[place] ?? 0),
    percent: percents[place] ?? 0,
    share: (weigh(total)[place] ?? 0) / whole,
    leads: weigh(total)[place] === most,
  }));
  return isRanking ? rows.sort((a, b) => b.points - a.points) : rows;
}
