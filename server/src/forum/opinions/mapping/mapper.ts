/** Keeps what everyone answered, and reckons the map of it. It knows people and statements by numbers alone. */
import { MAP_FROM, MAP_GROUP_FROM } from '@wenzheng/shared/forum/opinion-map';
import type { Answer } from '@wenzheng/shared/forum/choices';
import {
  noVotes,
  opinionMap,
  seenBy,
  type MapMemory,
  type OpinionMap,
  type Point,
  type Vote,
  type VoteMatrix,
} from '../map';
import { ellipseOf, gridOf, onMap, rounded, scaleFor } from './drawing';
import {
  unpackRows,
  type FoundMap,
  type FoundStatement,
  type MappingAnswer,
  type MappingTask,
} from './mapping';

const VOTE: Readonly<Record<Answer, Vote>> = { agree: 1, disagree: -1, pass: 0 };
/** Below this the groups hang on single people; see docs/opinion-map.md. */
const STABLE_FROM = 0.8;
/** Nearly all: so much of those who answered. */
const NEARLY_ALL = 0.7;
const MOST_URGENT = 99;
/** Answered by fewer, nobody can say yet what a statement is worth to whom. */
const HEARD_FROM = 15;
const DIGITS = 4;

type Answered = ReadonlyMap<number, Vote>;

/** With fewer there is no map, and groups of fewer people are not told of. */
export interface MapLimits {
  readonly people: number;
  readonly statements: number;
  readonly group: number;
}
const LIMITS: MapLimits = { ...MAP_FROM, group: MAP_GROUP_FROM };

export class Mapper {
  readonly #limits: MapLimits;
  readonly #rows = new Map<number, Answered>();
  #memory: MapMemory | undefined;

  constructor(limits = LIMITS) {
    this.#limits = limits;
  }

  /** Takes in what has changed and answers the map of all that is known. */
  take({ seen, rows }: MappingTask): MappingAnswer {
    for (const { row, answers } of unpackRows(rows))
      this.#rows.set(row, new Map(answers.map(([column, answer]) => [column, VOTE[answer]])));
    const votes = this.#votesOn(seen);
    const map = opinionMap({ votes, before: this.#memory });
    this.#memory = map.memory;
    return {
      map: isEnough(votes, this.#limits) ? foundMap(map, this.#limits.group) : null,
      priorities: prioritiesOf(map, seen),
    };
  }

  /** Of what is seen, the statements that somebody answered, and whoever answered one of them. */
  #votesOn(seen: readonly number[]): VoteMatrix {
    const answered = new Set([...this.#rows.values()].flatMap((row) => [...row.keys()]));
    const statements = seen.filter((column) => answered.has(column)).sort((a, b) => a - b);
    const people = [...this.#rows]
      .filter(([, row]) => statements.some((column) => row.has(column)))
      .sort(([a], [b]) => a - b);
    return {
      participants: people.map(([row]) => row),
      statements,
      rows: people.map(([, row]) => statements.map((column) => row.get(column) ?? null)),
    };
  }
}

const isEnough = ({ participants, statements }: VoteMatrix, least: MapLimits): boolean =>
  participants.length >= least.people && statements.length >= least.statements;

function foundMap(map: OpinionMap, shownFrom: number): FoundMap {
  const rowOf = new Map(map.participants.map((id, row) => [id, row]));
  const pointsOf = (members: readonly (string | number)[]): Point[] =>
    members.flatMap((id) => [map.projections[rowOf.get(id) ?? -1] ?? []]).filter(isPoint);
  const grouped = map.groups.map((group) => ({ ...group, points: pointsOf(group.members) }));
  const scale = scaleFor(grouped.flatMap(({ points }) => points));
  const drawn = grouped.map((group) => ({
    ...group,
    points: group.points.map((point) => onMap(point, scale)),
    isShown: group.members.length >= shownFrom,
  }));
  const shown = drawn.filter(({ isShown }) => isShown);
  const columnOf = Number;
  const [x, y] = map.components.map((each) =>
    each.map((weight) => rounded(weight * scale, DIGITS)),
  );
  return {
    people: drawn.reduce((sum, { members }) => sum + members.length, 0),
    statements: map.statements.length,
    stable: (map.stability ?? 0) >= STABLE_FROM,
    othersHidden: shown.length < drawn.length,
    shared: sharedOf(map, shownFrom),
    groups: shown.map(({ id, members, points, representative }) => ({
      ...{ id, people: members.length, shape: ellipseOf(points) },
      // Polis leads with what a group agrees with best; where everyone does, that is named on the side of nobody.
      standsFor: representative
        .filter(({ successes, trials }) => successes * 2 > trials)
        .map(({ statement, side, successes, trials }) => ({
          ...{ column: columnOf(statement), side, successes, trials },
        })),
    })),
    places: shown.flatMap(({ id, points }) =>
      gridOf(points).map(([left, up, people]): FoundMap['places'][number] => [
        left,
        up,
        people,
        id,
      ]),
    ),
    where: {
      columns: map.statements.map(columnOf),
      centre: map.centre.map((each) => rounded(each, DIGITS)),
      ...{ x: x ?? [], y: y ?? [] },
      middles: drawn.map(({ id, centre, isShown }) => {
        const [left, up] = onMap(centre, scale);
        return { x: rounded(left), y: rounded(up), group: isShown ? id : null };
      }),
    },
  };
}

const isPoint = (each: Point | readonly never[]): each is Point => each.length === 2;

/** Consensus as in Polis, of what nearly all are on one side of, in every group that is large enough to say so. */
function sharedOf(
  { consensus, groups, statements }: OpinionMap,
  shownFrom: number,
): FoundStatement[] {
  const isEverywhere = (column: number, side: FoundStatement['side']): boolean =>
    groups.every(({ members, counts }) => {
      const count = counts[column] ?? noVotes();
      const trials = count.agree + count.disagree + count.pass;
      return members.length < shownFrom || count[side] * 2 > trials;
    });
  return (['agree', 'disagree'] as const)
    .flatMap((side) => consensus[side].map((each) => ({ ...each, side })))
    .filter(
      ({ statement, side, successes, trials }) =>
        successes >= trials * NEARLY_ALL && isEverywhere(statements.indexOf(statement), side),
    )
    .sort((a, b) => b.share - a.share)
    .map(({ statement, side, successes, trials }) => ({
      ...{ column: Number(statement), side, successes, trials },
    }));
}

/**
 * Polis's priorities, in proportion to the largest. Before all comes what few have answered yet: Polis soon lets go of
 * what its first participants pass on or are against, and a forum lasts an hour, in which it would not be heard again.
 */
function prioritiesOf(map: OpinionMap, seen: readonly number[]): MappingAnswer['priorities'] {
  const known = new Map(map.statements.map((id, column) => [id, column]));
  const all = seen.map((statement) => {
    const column = known.get(statement) ?? -1;
    const isHeard = seenBy(map.counts[column] ?? noVotes()) >= HEARD_FROM;
    return [statement, isHeard ? (map.priorities[column] ?? null) : null] as const;
  });
  const largest = Math.max(...all.map(([, each]) => each ?? 0), Number.MIN_VALUE);
  return all.map(([statement, each]) => [
    statement,
    each === null ? MOST_URGENT : Math.max(1, Math.round((MOST_URGENT * each) / largest)),
  ]);
}
