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

/**
 * The map as it is shown, with what a device needs to find its own place on it. The numbers of a statement that was
 * declined since go with the next map.
 */
export function placedMap({ mapping }: Sight, shown: DrawnMap): PlacedMap | null {
  if (!mapping.map) return null;
  const { map, statementAt } = mapping.map;
  const { columns, centre, x, y } = map.where;
  const { at, people, statements, stable, othersHidden, shared, groups } = shown;
  return {
    ...{ at, people, statements, stable, othersHidden, shared, groups },
    where: {
      statements: columns.map(statementAt),
      ...{ centre: [...centre], x: [...x], y: [...y] },
    },
  };
}

/** Of the statements that phones hold, by number. */
export const statementPrioritiesDocument = documentView({
  reads: ['statements'],
  tallies: ['statementPriorities'],
  build: ({ state, opinions, mapping }): StatementPriorities =>
    Object.fromEntries(
      opinions.newest().flatMap((id) => {
        const [row, priority] = [state.statements.get(id), mapping.priorities.get(id)];
        return row && priority !== undefined ? [[String(row.number), priority]] : [];
      }),
    ),
});
