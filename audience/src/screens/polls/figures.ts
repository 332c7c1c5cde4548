/** What came out of a poll, as a phone shows it. */
import { FACES, type Face } from '@wenzheng/shared/forum/choices';
import type { CloudWord, PollPart, PollResult, PollView } from '@wenzheng/shared/forum/polls';
import { percentText, placeName, shareOf, sharesIn } from '@wenzheng/shared/ui/poll-figures';

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
  /** The same in the hall and online, in words; null while it is not told. */
  readonly apart: { readonly hall: string; readonly online: string } | null;
}

/** In the order of the options; of a ranking by points, equals in the order of the options. */
export function figuresOf(poll: PollView, { total, hall, online }: PollResult): Figure[] {
  if (!total) return [];
  const percents = percentsIn(poll, total);
  const apart = hall &&
    online && { hall: percentTexts(poll, hall), online: percentTexts(poll, online) };
  const figures = total.counts.map((count, place): Figure => ({
    ...{ place, name: placeName(poll, place), count, points: total.points[place] ?? 0 },
    face: poll.kind === 'faces' ? (FACES[place] ?? null) : null,
    percent: percents[place] ?? 0,
    apart: apart && { hall: apart.hall[place] ?? '', online: apart.online[place] ?? '' },
  }));
  return poll.kind === 'ranking' ? figures.sort((a, b) => b.points - a.points) : figures;
}

const percentTexts = (poll: PollView, part: PollPart): string[] =>
  percentsIn(poll, part).map((percent, place) => percentText(percent, part.counts[place] ?? 0));

/** Of a ranking percent of the most points there could be. */
function percentsIn(poll: PollView, part: PollPart): number[] {
  if (poll.kind !== 'ranking') return sharesIn(poll, part);
  return part.points.map((sum) => shareOf(sum, part.voters * poll.options.length));
}

/** How large words are written: in five steps by how often they came, the most frequent 4. */
export function sizesOf(words: readonly CloudWord[]): number[] {
  const most = Math.max(...words.map(({ count }) => count), 1);
  return words.map(({ count }) =>
    most === 1 ? 0 : Math.round((4 * Math.log(count)) / Math.log(most)),
  );
}
