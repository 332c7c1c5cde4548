/** Where participants and statements lie on the map. */
import type { PrincipalComponents } from './principal-components';
import type { VoteMatrix } from './votes';

export type Point = readonly [x: number, y: number];

/**
 * The participant's place: only what was answered counts, and who answered little is moved out by the root
 * of how much is missing, or else they would all lie in the middle (Polis, `sparsity-aware-project-ptpt`).
 */
export function project(
  answers: VoteMatrix['rows'][number],
  { centre, components: [first, second] }: PrincipalComponents,
): Point {
  let [x, y, answered] = [0, 0, 0];
  for (const [column, vote] of answers.entries()) {
    if (vote === null) continue;
    const distance = vote - (centre[column] ?? 0);
    x += distance * (first[column] ?? 0);
    y += distance * (second[column] ?? 0);
    answered += 1;
  }
  const scale = Math.sqrt(answers.length / Math.max(answered, 1));
  return [x * scale, y * scale];
}

/** How far out who agreed with this statement alone would lie: how much it divides. */
export function extremity(column: number, principal: PrincipalComponents): number {
  const { centre, components } = principal;
  const distance = Math.sqrt(centre.length) * (1 - (centre[column] ?? 0));
  return Math.hypot(...components.map((component) => distance * (component[column] ?? 0)));
}

export const distanceBetween = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
