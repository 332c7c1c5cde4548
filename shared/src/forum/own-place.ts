/** Where somebody stands on the map of opinion, reckoned on their own device; free of zod, so that phones can load it. */
import type { Answer } from './choices';
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

/** So far beyond its ellipse somebody still belongs to a group. */
const BEYOND = 1.5;

/**
 * The place of whoever gave `answers`: only what was answered counts, and who answered little is moved out by the root
 * of how much is missing (Polis, `sparsity-aware-project-ptpt`). Null for too few answers to belong anywhere.
 */
export function ownPlace(
  { where, groups, othersHidden }: Pick<PlacedMap, 'where' | 'groups' | 'othersHidden'>,
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
  if (sum.answered === 0 || sum.answered < Math.min(ANSWERS_TO_BELONG, statements.length))
    return null;
  const scale = Math.sqrt(statements.length / sum.answered);
  const at = { x: onMap(sum.x * scale), y: onMap(sum.y * scale) };
  const away = ({ shape }: MapGroup): number => Math.hypot(shape.x - at.x, shape.y - at.y);
  const [nearest] = [...groups].sort((a, b) => away(a) - away(b));
  const belongs = nearest && (!othersHidden || reach(nearest.shape, at) <= BEYOND);
  return { ...at, group: belongs ? nearest.id : null };
}

/** How far from the middle of an ellipse a place lies, its edge being 1. */
function reach(shape: MapGroup['shape'], at: { readonly x: number; readonly y: number }): number {
  const turn = (shape.turn * Math.PI) / 180;
  const [dx, dy] = [at.x - shape.x, at.y - shape.y];
  const along = dx * Math.cos(turn) + dy * Math.sin(turn);
  const across = dy * Math.cos(turn) - dx * Math.sin(turn);
  return Math.hypot(along / shape.long, across / shape.broad);
}

/** The few who stand farther out than the map reaches are drawn at its edge. */
export const onMap = (value: number): number => Math.max(-100, Math.min(100, value));
