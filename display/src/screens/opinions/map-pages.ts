/** The map of opinion in words, page by page: what nearly all share, then what sets each group apart. */
import type { DrawnMap, MapStatement, OpinionMapView } from '@wenzheng/shared/forum/opinion-map';
import { pagesOf, widthOf } from '../../pages';

export interface MapPage {
  /** Null for what nearly all share. */
  readonly group: DrawnMap['groups'][number] | null;
  readonly statements: readonly MapStatement[];
}

/** The clearest stand first: nobody waits for the last of the long ones. */
const PAGES_EACH = 2;
/** A short statement takes two lines of the narrowest wall as well. */
const ROW = 26;
const LIMITS = { most: 5, budget: 180 };

const linesOf = (statements: readonly MapStatement[]): MapStatement[][] =>
  pagesOf(statements, ({ text }) => Math.max(ROW, widthOf(text)), LIMITS).slice(0, PAGES_EACH);

/** What nearly all share always has a page; a group that nothing sets apart has none. */
export function mapPages({ shared, groups }: Pick<OpinionMapView, 'shared' | 'groups'>): MapPage[] {
  const common = linesOf(shared).map((statements): MapPage => ({ group: null, statements }));
  return [
    ...(common.length > 0 ? common : [{ group: null, statements: [] }]),
    ...groups.flatMap((group) =>
      linesOf(group.standsFor).map((statements): MapPage => ({ group, statements })),
    ),
  ];
}
