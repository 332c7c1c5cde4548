/**
 * The map of opinion: who answers alike, what each group stands for and what nearly all share. The
 * mathematics are those of Polis (https://github.com/compdemocracy/polis, `math`). The same votes make the same
 * map, digit for digit: nothing in it is left to chance or to the order in which votes are read.
 */
import { answersToBelong } from '@wenzheng/shared/forum/own-place';
import { consensusOn, groupAwareConsensus, type ConsensusStatement } from './consensus';
import { groupPoints, stability, type GroupingMemory } from './grouping';
import { middleOf } from './k-means';
import { principalComponents, type PrincipalComponents } from './principal-components';
import { priority } from './priorities';
import { extremity, project, type Point } from './projection';
import { representativeStatements, type RepresentativeStatement } from './representative';
import {
  countVotes,
  noVotes,
  withoutModerated,
  type Id,
  type VoteCount,
  type VoteMatrix,
} from './votes';

export interface MapInput {
  readonly votes: VoteMatrix;
  /** Statements that were moderated out: they count for nothing but their own counts. */
  readonly moderated?: ReadonlySet<Id>;
  /** Statements about the participants themselves. */
  readonly meta?: ReadonlySet<Id>;
  /** Groups to describe instead of finding some; only their members count as taking part. */
  readonly given?: readonly (readonly Id[])[] | undefined;
  /** So many groups, whatever fits best. */
  readonly wanted?: number | undefined;
  /** What the last map of the same forum left. */
  readonly before?: MapMemory | undefined;
}

export interface MapMemory {
  readonly grouping: GroupingMemory;
  /** Who was placed: whoever is on the map stays there, as in Polis. */
  readonly placed: ReadonlySet<Id>;
  /** Statement → its weight in each component, by which the new ones are turned the same way. */
  readonly weights: ReadonlyMap<Id, readonly [number, number]>;
}

export interface OpinionGroup {
  readonly id: number;
  readonly members: readonly Id[];
  readonly centre: Point;
  readonly representative: readonly RepresentativeStatement[];
  /** For each statement, in the order of the map's. */
  readonly counts: readonly VoteCount[];
}

export interface OtherGrouping {
  readonly silhouette: number;
  readonly groups: readonly (readonly Id[])[];
}

export interface OpinionMap extends PrincipalComponents {
  readonly participants: readonly Id[];
  readonly statements: readonly Id[];
  /** How many gave each answer to each statement, moderated out or not. */
  readonly counts: readonly VoteCount[];
  /** Each participant's place. */
  readonly projections: readonly Point[];
  readonly groups: readonly OpinionGroup[];
  /** All numbers of groups that were tried. */
  readonly groupings: ReadonlyMap<number, OtherGrouping>;
  /** How far the groups would be the same without some of the participants, 0 to 1; null for given groups. */
  readonly stability: number | null;
  readonly consensus: Readonly<Record<'agree' | 'disagree', readonly ConsensusStatement[]>>;
  /** For each statement. */
  readonly groupAwareConsensus: readonly number[];
  readonly priorities: readonly number[];
  readonly memory: MapMemory;
}

/** With fewer to place, those who answered most are taken in. */
const FEWEST_PLACED = 15;

export function opinionMap(input: MapInput): OpinionMap {
  const { votes, moderated = new Set(), meta = new Set() } = input;
  const { participants, statements } = votes;
  const rated = withoutModerated(votes, moderated);
  const principal = turnedAsBefore(principalComponents(rated), statements, input.before);
  const projections = rated.rows.map((row) => project(row, principal));
  const found = foundGroups(input, projections);
  const members = input.given ? rowsOfGiven(input.given, participants) : found.groups;
  const shown = statements.flatMap((id, column) => (moderated.has(id) ? [] : [column]));
  const groups = describe(votes, members, projections, shown);
  const counts = countVotes(votes.rows, statements.length);
  const consensus = shown.map((column) => ({
    statement: statements[column] ?? column,
    count: counts[column] ?? noVotes(),
  }));
  return {
    ...principal,
    participants,
    statements,
    counts,
    projections,
    groups,
    groupings: found.groupings,
    stability: input.given ? null : found.stability,
    consensus: {
      agree: consensusOn('agree', consensus),
      disagree: consensusOn('disagree', consensus),
    },
    groupAwareConsensus: statements.map((_, column) =>
      groupAwareConsensus(groups.map((group) => group.counts[column] ?? noVotes())),
    ),
    priorities: statements.map((id, column) =>
      priority(sum(groups.map((group) => group.counts[column] ?? noVotes())), {
        extremity: extremity(column, principal),
        meta: meta.has(id),
      }),
    ),
    memory: {
      grouping: found.memory,
      placed: new Set(found.placed.map((row) => participants[row] ?? row)),
      weights: new Map(
        statements.map((id, column) => {
          const [first, second] = principal.components;
          return [id, [first[column] ?? 0, second[column] ?? 0]];
        }),
      ),
    },
  };
}

/** A component points either way by chance: the way that is nearer to the last one's, if there was one. */
function turnedAsBefore(
  { centre, components }: PrincipalComponents,
  statements: readonly Id[],
  before: MapMemory | undefined,
): PrincipalComponents {
  if (!before) return { centre, components };
  const turned = (nth: 0 | 1): readonly number[] => {
    const component = components[nth];
    const along = statements.reduce<number>(
      (dot, id, column) => dot + (before.weights.get(id)?.[nth] ?? 0) * (component[column] ?? 0),
      0,
    );
    return along < 0 ? component.map((each) => -each) : component;
  };
  return { centre, components: [turned(0), turned(1)] };
}

interface FoundGroups {
  /** Rows of the members. */
  readonly groups: readonly (readonly number[])[];
  readonly groupings: ReadonlyMap<number, OtherGrouping>;
  readonly stability: number;
  /** Rows of whoever is placed. */
  readonly placed: readonly number[];
  readonly memory: GroupingMemory;
}

function rowsOfGiven(
  given: readonly (readonly Id[])[],
  participants: readonly Id[],
): (readonly number[])[] {
  const rowOf = new Map(participants.map((id, row) => [id, row]));
  return given.map((members) => members.flatMap((id) => rowOf.get(id) ?? []));
}

function foundGroups(
  { votes, before, wanted }: MapInput,
  projections: readonly Point[],
): FoundGroups {
  const placed = rowsToPlace(votes, before?.placed);
  const points = placed.map((row): Point => projections[row] ?? [0, 0]);
  const { byCount, bases, count, memory } = groupPoints(points, {
    before: before?.grouping,
    wanted,
  });
  const rowsOf = (members: readonly number[]): number[] =>
    members.flatMap((index) => placed[index] ?? []).sort((a, b) => a - b);
  const groupings = new Map(
    [...byCount].map(([k, { groups, silhouette }]) => {
      const members = groups.map((group) =>
        rowsOf(group.members).flatMap((row) => votes.participants[row] ?? []),
      );
      return [k, { silhouette, groups: members }];
    }),
  );
  const chosen = byCount.get(count)?.groups.map(({ members }) => rowsOf(members));
  const alone = placed.length === 0 ? [] : [placed];
  return {
    groups: chosen ?? alone,
    groupings,
    stability: stability(bases, count),
    placed,
    memory,
  };
}

/** Rows of those who answered enough, or did so before, and of the next most while they are few; in the order of rows. */
function rowsToPlace(
  { participants, rows, statements }: VoteMatrix,
  before: ReadonlySet<Id> = new Set(),
): number[] {
  const answered = rows.map((row, index) => ({
    index,
    count: row.reduce<number>((sum, vote) => sum + Number(vote !== null), 0),
  }));
  const enough = answersToBelong(statements.length);
  const most = [...answered].sort((a, b) => b.count - a.count || a.index - b.index);
  const placed = most.filter(
    ({ index, count }, rank) =>
      count >= enough || rank < FEWEST_PLACED || before.has(participants[index] ?? index),
  );
  return placed.map(({ index }) => index).sort((a, b) => a - b);
}

function describe(
  { participants, statements, rows }: VoteMatrix,
  groups: readonly (readonly number[])[],
  projections: readonly Point[],
  shown: readonly number[],
): OpinionGroup[] {
  const counts = groups.map((members) =>
    countVotes(
      members.flatMap((row) => [rows[row] ?? []]),
      statements.length,
    ),
  );
  const points = projections.map((at) => ({ at, weight: 1 }));
  return groups.map((members, id) => {
    const others = counts.filter((_, index) => index !== id);
    const compared = shown.map((column) => ({
      statement: statements[column] ?? column,
      inside: counts[id]?.[column] ?? noVotes(),
      outside: sum(others.map((each) => each[column] ?? noVotes())),
    }));
    return {
      id,
      members: members.flatMap((row) => participants[row] ?? []),
      centre: members.length === 0 ? [0, 0] : middleOf(points, members),
      representative: representativeStatements(compared),
      counts: counts[id] ?? [],
    };
  });
}

function sum(counts: readonly VoteCount[]): VoteCount {
  const total = noVotes();
  for (const { agree, disagree, pass } of counts) {
    total.agree += agree;
    total.disagree += disagree;
    total.pass += pass;
  }
  return total;
}
