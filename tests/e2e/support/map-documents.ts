/** A map of opinion as the hub makes it, of people who are made up. */
import type { DrawnMap, MapStatement } from '@wenzheng/shared/forum/opinion-map';
import type { Instant } from '@wenzheng/shared/time/instant';
import { Mapper } from '../../../server/src/forum/opinions/mapping/mapper';
import { packRows, type FoundStatement } from '../../../server/src/forum/opinions/mapping/mapping';
import { opinionCrowd } from '../../support/opinion-crowd';

interface Matter {
  readonly at: Instant;
  readonly statements: readonly { readonly number: number; readonly text: string }[];
  readonly people: number;
  readonly camps: number;
  /** Share of the statements that somebody answers. */
  readonly answered?: number;
}

export function mapDocument({ at, statements, ...matter }: Matter): DrawnMap {
  const crowd = opinionCrowd({ ...matter, statements: statements.length });
  const rows = crowd.map((answers, row) => [row, answers] as const);
  const mapper = new Mapper();
  mapper.tell(packRows(rows, Number));
  const { map } = mapper.map({ seen: statements.map((_, column) => column), before: null });
  if (!map) throw new Error('too few for a map');
  const told = (found: readonly FoundStatement[], sharesAreShown: boolean): MapStatement[] =>
    found.map(({ column, side, successes, trials }) => ({
      ...{ id: `s${column}`, side, number: 0, text: '' },
      ...statements[column],
      share: sharesAreShown ? Math.round((100 * successes) / trials) : null,
    }));
  return {
    at,
    people: map.people,
    statements: map.statements,
    stable: map.stable,
    othersHidden: map.othersHidden,
    shared: told(map.shared, true),
    groups: map.groups.map((group) => ({
      ...group,
      standsFor: told(group.standsFor, !map.othersHidden),
    })),
    places: map.places.map(([...place]) => place),
  };
}
