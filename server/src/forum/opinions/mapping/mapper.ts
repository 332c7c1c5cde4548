/** Keeps what everyone answered, and reckons the map of it. It knows people and statements by numbers alone. */
import { MAP_FROM, MAP_GROUP_FROM } from '@wenzheng/shared/forum/map-limits';
import { answersToBelong, VOTE_OF } from '@wenzheng/shared/forum/own-place';
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
  type MapWish,
} from './mapping';

/** Below this the groups hang on single people; see docs/opinion-map.md. */
const STABLE_FROM = 0.8;
/** Nearly all: so much of those who answered. */
const NEARLY_ALL = 0.8;
/** … and at least a tenth of those on the map have answered it. */
const OF_ALL = 0.1;
const MOST_URGENT = 99;
/** Answered by fewer, nobody can say yet what a statement is worth to whom. */
const HEARD_FROM = 15;
/** The work grows with the cube of them: of more statements, the most answered are on the map. */
const MOST_STATEMENTS = 300;
const DIGITS = { weight: 4, mean: 2 } as const;

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

  tell(rows: Int32Array): void {
    for (const { row, answers } of unpackRows(rows))
      this.#rows.set(row, new Map(answers.map(([column, answer]) => [column, VOTE_OF[answer]])));
  }

  map({ seen, before }: MapWish): MappingAnswer {
    this.#memory ??= before ?? undefined;
    const votes = this.#votesOn(seen);
    const map = opinionMap({ votes, before: this.#memory });
    this.#memory = map.memory;
    return {
      map: isEnough(votes, this.#limits) ? foundMap(map, this.#limits.group) : null,
      priorities: prioritiesOf(map, seen),
      memory: map.memory,
    };
  }

  /** Of what is seen, the statements that somebody answered, and whoever answered one of them. */
  #votesOn(seen: readonly number[]): VoteMatrix {
    const statements = this.#mostAnswered(seen);
    const people = [...this.#rows]
      .filter(([, row]) => statements.some((column) => row.has(column)))
      .sort(([a], [b]) => a - b);
    return {
      participants: people.map(([row]) => row),
      statements,
      rows: people.map(([, row]) => statements.map((column) => row.get(column) ?? null)),
    };
  }

  #mostAnswered(seen: readonly number[]): number[] {
    const answers = new Map(seen.map((column) => [column, 0]));
    for (const row of this.#rows.values())
      for (const column of row.keys()) {
        const count = answers.get(column);
        if (count !== undefined) answers.set(column, count + 1);
      }
    return [...answers]
      .filter(([, count]) => count > 0)
      .sort(([a, many], [b, more]) => more - many || a - b)
      .slice(0, MOST_STATEMENTS)
      .map(([column]) => column)
      .sort((a, b) => a - b);
  }
}

/** So many people have answered enough to be placed. */
function isEnough({ rows, statements }: VoteMatrix, least: MapLimits): boolean {
  if (statements.length < least.statements) return false;
  const enough = answersToBelong(statements.length);
  const answered = rows.map((row) => row.filter((vote) => vote !== null).length);
  return answered.filter((count) => count >= enough).length >= least.people;
}

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
  const people = shown.reduce((sum, { members }) => sum + members.length, 0);
  const columnOf = Number;
  const [x, y] = map.components.map((each) =>
    each.map((weight) => rounded(weight * scale, DIGITS.weight)),
  );
  // The mean of a few answers is as good as the answers.
  const answered = map.statements
    .map((statement, column) => ({ statement, column }))
    .filter(({ column }) => seenBy(map.counts[column] ?? noVotes()) >= shownFrom);
  return {
    people,
    statements: map.statements.length,
    stable: (map.stability ?? 0) >= STABLE_FROM,
    othersHidden: shown.length < drawn.length,
    shared: sharedOf(map, Math.max(shownFrom, people * OF_ALL), shownFrom),
    groups: shown.map(({ id, members, points, representative }) => ({
      ...{ id, people: members.length, shape: ellipseOf(points) },
      // Polis leads with what a group agrees with best; where everyone does, that is named on the side of nobody.
      standsFor: representative
        .filter(({ successes, trials }) => trials >= shownFrom && successes * 2 > trials)
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
      columns: answered.map(({ statement }) => columnOf(statement)),
      centre: answered.map(({ column }) => rounded(map.centre[column] ?? 0, DIGITS.mean)),
      x: answered.map(({ column }) => x?.[column] ?? 0),
      y: answered.map(({ column }) => y?.[column] ?? 0),
    },
  };
}

const isPoint = (each: Point | readonly never[]): each is Point => each.length === 2;

/**
 * Consensus as in Polis, of what nearly all who answered it are on one side of, and more than half in every group that is
 * shown. `answeredBy`: so many at least.
 */
function sharedOf(
  { consensus, groups, statements }: OpinionMap,
  answeredBy: number,
  shownFrom: number,
): FoundStatement[] {
  const isEverywhere = (column: number, side: FoundStatement['side']): boolean =>
    groups.every(({ members, counts }) => {
      const count = counts[column] ?? noVotes();
      return members.length < shownFrom || count[side] * 2 > seenBy(count);
    });
  return (['agree', 'disagree'] as const)
    .flatMap((side) => consensus[side].map((each) => ({ ...each, side })))
    .filter(
      ({ statement, side, successes, trials }) =>
        trials >= answeredBy &&
        successes >= trials * NEARLY_ALL &&
        isEverywhere(statements.indexOf(statement), side),
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
