/** The tests of proportions that say whether an answer of many is more than chance. */

/** One-sided at 90 %. */
const SIGNIFICANT = 1.2816;
export const isSignificant = (z: number): boolean => z > SIGNIFICANT;

/** The share of those who did, with one success and one failure added (Laplace's rule of succession). */
export const shareOf = (successes: number, trials: number): number =>
  (successes + 1) / (trials + 2);

/** z of a share against one half, with one success added (Polis, `prop-test`). */
export function oneProportionZ(successes: number, trials: number): number {
  const [succeeded, tried] = [successes + 1, trials + 1];
  return 2 * Math.sqrt(tried) * (succeeded / tried - 0.5);
}

export interface Proportion {
  readonly successes: number;
  readonly trials: number;
}

/** z of the difference of two shares, one success added to each; 0 when everyone did (Polis, `two-prop-test`). */
export function twoProportionZ(inside: Proportion, outside: Proportion): number {
  const [s1, n1] = [inside.successes + 1, inside.trials + 1];
  const [s2, n2] = [outside.successes + 1, outside.trials + 1];
  const pooled = (s1 + s2) / (n1 + n2);
  if (pooled === 1) return 0;
  return (s1 / n1 - s2 / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
}
