/** What screens and phones see of the map of opinion; nothing in it tells where anyone in particular stands. */
import type {
  DrawnMap,
  MapStatement,
  OpinionMapView,
  PlacedMap,
  StatementPriorities,
} from '@wenzheng/shared/forum/opinion-map';
import type { Instant } from '@wenzheng/shared/time/instant';
import { documentView, type Sight } from '../../engine/views';
import type { FoundStatement, MapSeen } from './mapping';
import { isApproved } from './state';

const percent = ({ successes, trials }: FoundStatement): number =>
  trials === 0 ? 0 : Math.round((100 * successes) / trials);

/** Without what was declined since the map was made. */
function statementsOf(
  { state, words }: Sight,
  { statementAt }: MapSeen,
  found: readonly FoundStatement[],
  sharesAreShown: boolean,
): MapStatement[] {
  return found.flatMap((each) => {
    const row = state.statements.get(statementAt(each.column));
    if (!row || !isApproved(row)) return [];
    const share = sharesAreShown ? percent(each) : null;
    return [{ id: row.id, number: row.number, text: words(row.text), side: each.side, share }];
  });
}

/** Whoever knows what all answered, and all groups but one, knows that one: no shares while one is hidden. */
function commonTo(sight: Sight, seen: MapSeen): OpinionMapView {
  const { at, map } = seen;
  return {
    at,
    people: map.people,
    statements: map.statements,
    stable: map.stable,
    othersHidden: map.othersHidden,
    shared: statementsOf(sight, seen, map.shared, true),
    groups: map.groups.map(({ id, people, shape, standsFor }) => {
      const { x, y, long, broad, turn } = shape;
      return {
        ...{ id, people, shape: { x, y, long, broad, turn } },
        standsFor: statementsOf(sight, seen, standsFor, !map.othersHidden),
      };
    }),
  };
}

/** Null while too few have answered. */
export const opinionMapDocument = documentView({
  reads: ['statements'],
  tallies: ['opinionMap'],
  build: (sight): DrawnMap | null => {
    const seen = sight.mapping.map;
    if (!seen) return null;
    const places = seen.map.places.map(([x, y, people, group]): DrawnMap['places'][number] => [
      ...([x, y, people, group] as const),
    ]);
    return { ...commonTo(sight, seen), places };
  },
});

/** For phones, which ask for a map when somebody wants to see it: when the latest was made. */
export const opinionMapAtDocument = documentView({
  reads: [],
  tallies: ['opinionMap'],
  build: ({ mapping }): Instant | null => mapping.map?.at ?? null,
});

/** The map with what a device needs to find its own place on it; null while too few have answered. */
export function placedMap(sight: Sight): PlacedMap | null {
  const seen = sight.mapping.map;
  if (!seen) return null;
  const { columns, centre, x, y, middles } = seen.map.where;
  return {
    ...commonTo(sight, seen),
    where: {
      statements: columns.map(seen.statementAt),
      ...{ centre: [...centre], x: [...x], y: [...y] },
      middles: middles.map((middle) => ({ x: middle.x, y: middle.y, group: middle.group })),
    },
  };
}

export const statementPrioritiesDocument = documentView({
  reads: [],
  tallies: ['statementPriorities'],
  build: ({ mapping }): StatementPriorities => ({ ...mapping.priorities }),
});
