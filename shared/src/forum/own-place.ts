/** Where somebody stands on the map of opinion, reckoned on their own device; free of zod, so that phones can load it. */
import type { Answer } from './choices';
import { distanceIn } from './map-shape';
import type { MapGroup, PlacedMap } from './opinion-map';

/** Who answered so many statements, or all there are, is placed in a group (as in Polis). */
export const ANSWERS_TO_BELONG = 7;

export const VOTE_OF = { agree: 1, disagree: -1, pass: 0 } as const satisfies Record<
  Answer,
  number
>;

export interface OwnPlace {
  /** −100 to 100, as all places of the map. */
  readonly x: number;
  readonly y: number;
  /** Id of the nearest group; null if there are none, or those nearby are too few to be shown. */
  readonly group: number | null;
}

/** So far from the middle of a group, its ellipse's edge being 1, somebody still belongs to it. */
const BELONGS_WITHIN = 1.5;

/** How many answers it takes to be placed among so many statements. */
export const answersToBelong = (statements: number): number =>
  Math.min(ANSWERS_TO_BELONG, statements);

/**
 * The place of whoever gave `answers`: only what was answered counts, and who answered little is moved out by the root
 * of how much is missing (Polis, `sparsity-aware-project-ptpt`). Null for too few answers to belong anywhere; those to
 * statements that hardly anyone else has answered do not count yet.
 */
export function ownPlace(
  { where, groups, othersHidden, statements: all }: PlacedMap,
  answers: Readonly<Record<string, Answer | null>>,
): OwnPlace | null {
  const { statements, centre, x, y } = where;
  const sum = { x: 0, y: 0, answered: 0 };
  for (const [column, statement] of statements.entries()) {
    const answer = answers[statement];
    if (!answer) continue;
    const distance = VOTE_OF[answer] - (centre[column] ?? 0);
    sum.x += distance * (x[column] ?? 0);
    sum.y += distance * (y[column] ?? 0);
    sum.answered += 1;
  }
  if (sum.answered === 0 || sum.answered < answersToBelong(all)) return null;
  const scale = Math.sqrt(all / sum.answered);
  const at = { x: onMap(sum.x * scale), y: onMap(sum.y * scale) };
  return { ...at, group: nearestGroup(groups, at, othersHidden) };
}

/** While groups are hidden, nobody is counted to one that they do not lie in, or near its edge. */
function nearestGroup(
  groups: readonly MapGroup[],
  at: Pick<OwnPlace, 'x' | 'y'>,
  othersHidden: boolean,
): number | null {
  const away = ({ shape }: MapGroup): number =>
    othersHidden ? distanceIn(shape, at) : Math.hypot(shape.x - at.x, shape.y - at.y);
  const [nearest] = [...groups].sort((a, b) => away(a) - away(b));
  if (!nearest || (othersHidden && away(nearest) > BELONGS_WITHIN)) return null;
  return nearest.id;
}

/** The few who stand farther out than the map reaches are drawn at its edge. */
export const onMap = (value: number): number => Math.max(-100, Math.min(100, value));
