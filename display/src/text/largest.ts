const GUESSES = 5;
const BEYOND = 0.01;

/** Nobody sees a smaller difference: a hundredth of the size, or half a pixel. */
const precisionAt = (size: number): number => Math.max(0.5, size / 100);

/**
 * The largest size from `min` to `max` (px) at which `excess` is at most 1, or a little less; null if there is none.
 * `excess` says how many times higher (or wider) than its place a text is at a size. Its area grows with the square
 * of the size, so a guess comes close, and one a little beyond it closes in from the other side; as lines break where
 * they will, halving takes over after a few.
 */
export function largestThatFits(
  excess: (size: number) => number,
  min: number,
  max: number,
): number | null {
  let fits: number | null = null;
  let tooLarge = Infinity;
  let size = max;
  for (let guesses = GUESSES - 1; ; guesses -= 1) {
    const times = excess(size);
    if (times <= 1) fits = size;
    else tooLarge = size;
    if (fits === max) return max;
    if (tooLarge <= min) return null;
    if (fits !== null && tooLarge - fits <= precisionAt(fits)) return fits;
    const guess = (size / Math.sqrt(times)) * (times <= 1 ? 1 + BEYOND : 1 - BEYOND);
    size = between(fits ?? min, tooLarge, guesses > 0 ? guess : NaN);
    if (fits === null && size - min <= precisionAt(min)) size = min;
  }
}

/** `guess`, or the middle if that is no size between the two. */
function between(low: number, high: number, guess: number): number {
  const margin = precisionAt(low) / 2;
  return guess > low + margin && guess < high - margin ? guess : (low + high) / 2;
}
