/** Where somebody stands on the map of opinion, reckoned on their own device; free of zod, so that phones can load it. */
import type { Answer } from './choices';
import type { MapPlaces } from './opinion-map';

/** Who answered so many statements, or all there are, is placed in a group (as in Polis). */
export const ANSWERS_TO_BELONG = 7;

const VOTE: Readonly<Record<Answer, number>> = { agree: 1, disagree: -1, pass: 0 };

export interface OwnPlace {
  /** −100 to 100, as all places of the map. */
  readonly x: number;
  readonly y: number;
  /** Id of the group that is nearest; null if that group is too small to be shown, or there are none. */
  readonly group: number | null;
}

/**
 * The place of whoever gave `answers`: only what was answered counts, and who answered little is moved out by the root
 * of how much is missing (Polis, `sparsity-aware-project-ptpt`). Null for too few answers to belong anywhere.
 */
export function ownPlace(
  { statements, centre, x, y, middles }: MapPlaces,
  answers: Readonly<Record<string, Answer | null>>,
): OwnPlace | null {
  const sum = { x: 0, y: 0, answered: 0 };
  for (const [column, statement] of statements.entries()) {
    const answer = answers[statement];
    if (!answer) continue;
    const distance = VOTE[answer] - (centre[column] ?? 0);
    sum.x += distance * (x[column] ?? 0);
    sum.y += distance * (y[column] ?? 0);
    sum.answered += 1;
  }
  if (sum.answered === 0 || sum.answered < Math.min(ANSWERS_TO_BELONG, statements.length))
    return null;
  const scale = Math.sqrt(statements.length / sum.answered);
  const at = { x: onMap(sum.x * scale), y: onMap(sum.y * scale) };
  const away = (middle: MapPlaces['middles'][number]): number =>
    Math.hypot(middle.x - at.x, middle.y - at.y);
  const [nearest] = [...middles].sort((a, b) => away(a) - away(b));
  return { ...at, group: nearest?.group ?? null };
}

/** The few who stand farther out than the map reaches are drawn at its edge. */
const onMap = (value: number): number => Math.max(-100, Math.min(100, value));
