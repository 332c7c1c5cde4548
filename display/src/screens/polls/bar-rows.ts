/** What came out of a poll with things to choose among, as rows of a chart. */
import { FACES, type Face } from '@wenzheng/shared/forum/choices';
import type { PollPart, PollResult, PollView } from '@wenzheng/shared/forum/polls';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { countText } from '@wenzheng/shared/ui/moments';
import { percentText, placeName, sharesIn } from '@wenzheng/shared/ui/poll-figures';
import { widthOf, pagesOf } from '../../pages';
import { leadersOf, orderByPoints } from './standing';

export interface BarRow {
  readonly place: number;
  /** Place in a ranking, from 1; else null. */
  readonly rank: number | null;
  readonly face: Face | null;
  readonly label: string;
  /** The figure that is read first, and the one beside it. */
  readonly figure: string;
  readonly beside: string;
  /** Hall and online apart; empty where that is not told. */
  readonly apart: string;
  /** Of the whole bar, from 0 to 1. */
  readonly length: number;
  readonly leads: boolean;
}

/** Beyond so many options rows stand in two columns, and bars are as long as they can be against each other. */
export const ONE_COLUMN = 8;

/** Rows in the order in which they stand: that of the options, or of a ranking's points. */
export function barRows(poll: PollView, result: PollResult, total: PollPart): BarRow[] {
  return poll.kind === 'ranking' ? rankedRows(poll, total) : chosenRows(poll, result, total);
}

const percentOf = (poll: PollView, part: PollPart, place: number): string =>
  percentText(sharesIn(poll, part)[place] ?? 0, part.counts[place] ?? 0);

const apartText = (hall: string, online: string): string =>
  [
    m.poll_on_screen_part({ part: m.rating_hall(), figure: hall }),
    m.poll_on_screen_part({ part: m.rating_online(), figure: online }),
  ].join(m.display_between());

/** How many voted in the hall and online; empty where that is not told. */
export function votersApart({ hall, online }: PollResult): string {
  if (!hall || !online) return '';
  const people = ({ voters }: PollPart): string =>
    m.poll_on_screen_people({ count: countText(voters) });
  return apartText(people(hall), people(online));
}

function apartOf(poll: PollView, { hall, online }: PollResult, place: number): string {
  if (!hall || !online) return '';
  return apartText(percentOf(poll, hall, place), percentOf(poll, online, place));
}

function chosenRows(poll: PollView, result: PollResult, { counts, voters }: PollPart): BarRow[] {
  const shares = sharesIn(poll, { counts, voters });
  const leaders = leadersOf(counts);
  const whole = counts.length > ONE_COLUMN ? Math.max(...counts) : voters;
  return counts.map((count, place) => {
    const face = poll.kind === 'faces' ? (FACES[place] ?? null) : null;
    return {
      ...{ place, face, rank: null },
      label: placeName(poll, place),
      figure: percentText(shares[place] ?? 0, count),
      beside: m.poll_on_screen_votes({ count: countText(count) }),
      apart: counts.length > ONE_COLUMN ? '' : apartOf(poll, result, place),
      length: whole === 0 ? 0 : count / whole,
      leads: leaders.has(place),
    };
  });
}

function rankedRows({ options }: PollView, { counts, points, voters }: PollPart): BarRow[] {
  const leaders = leadersOf(points);
  const whole = voters * options.length;
  return orderByPoints(points).map((place, index) => ({
    ...{ place, rank: index + 1, face: null, apart: '' },
    label: options[place] ?? '',
    figure: m.poll_on_screen_points({ count: countText(points[place] ?? 0) }),
    beside: m.poll_on_screen_first_places({ count: countText(counts[place] ?? 0) }),
    length: whole === 0 ? 0 : (points[place] ?? 0) / whole,
    leads: leaders.has(place),
  }));
}

/** As many rows as even the narrowest wall holds at a size that the last row of seats can read. */
const LINE = 8;
export const barPages = (rows: readonly BarRow[]): BarRow[][] =>
  pagesOf(rows, ({ label }) => 1 + 1.75 * Math.ceil(widthOf(label) / LINE), {
    most: 20,
    budget: 55,
  });
