/**
 * When a client asks for the hub's time. How far an answer can be off is half the time it took (Cristian): a phone that
 * knows the hub's time well from how it was let in leaves the hasty questions out.
 */

/** A page that has just come is busy, and its first probes with it: two more follow when it has calmed down. */
const FIRST_GAPS_MS = [150, 150, 150, 150, 2_000, 6_000];
const EVERY_MS = 60_000;
/** Two phones that each know the time so well are not seen to differ. */
const WELL_KNOWN_MS = 10;

/** From this place in the sequence on, probes are a minute apart. */
export const LAST_OF_FIRST = FIRST_GAPS_MS.length;

/** Whether `uncertainty` (ms) is so small that hasty probes tell nothing more. */
export const isWellKnown = (uncertainty: number): boolean => uncertainty <= WELL_KNOWN_MS;

/**
 * Whether the probe at `place` in the sequence, from 0, is wanted where the hub's time is known to within `uncertainty`
 * (ms): the last of the first, when the page is calm, and those after it always.
 */
export const isProbeWanted = (place: number, uncertainty: number): boolean =>
  place >= LAST_OF_FIRST || !isWellKnown(uncertainty);

/** From `place` in the sequence to the next (ms). */
export const probeGap = (place: number): number => FIRST_GAPS_MS[place] ?? EVERY_MS;
