/** The map of opinion in words, page by page: what nearly all share, then what sets each group apart. */
import type { DrawnMap, MapStatement, OpinionMapView } from '@wenzheng/shared/forum/opinion-map';
import { widthOf } from '../../pages';

export interface MapPage {
  /** Null for what nearly all share. */
  readonly group: DrawnMap['groups'][number] | null;
  readonly statements: readonly MapStatement[];
}

/** A short statement takes two lines of the narrowest wall as well. */
const ROW = 26;
const LIMITS = { most: 5, budget: 180 };

/** The clearest, which stand first, as far as a page has room for them; one there always is. */
function clearest(statements: readonly MapStatement[]): MapStatement[] {
  let room = LIMITS.budget;
  const end = statements.findIndex(({ text }, index) => {
    room -= Math.max(ROW, widthOf(text));
    return index === LIMITS.most || (index > 0 && room < 0);
  });
  return statements.slice(0, end < 0 ? undefined : end);
}

/**
 * One page for what nearly all share and one for each group, whatever they hold: the hall turns pages by the clock, and
 * a new map, which can come every few seconds, must not put another page before those who read.
 */
export const mapPages = ({
  shared,
  groups,
}: Pick<OpinionMapView, 'shared' | 'groups'>): MapPage[] => [
  { group: null, statements: clearest(shared) },
  ...[...groups]
    .sort((one, other) => one.id - other.id)
    .map((group) => ({ group, statements: clearest(group.standsFor) })),
];
