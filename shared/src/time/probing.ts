/**
 * When a client asks for the hub's time. How far an answer can be off is half the time it took (Cristian): a client
 * asks until it knows the hub's time well, and in a good network has done so with its second question.
 */

/** A page that has just come is busy, and its first probes with it: two more follow when it has calmed down. */
const FIRST_GAPS_MS = [150, 150, 150, 150, 2_000, 6_000];
const EVERY_MS = 60_000;
/** Two screens that know the time so well are not seen to differ. */
const WELL_KNOWN_MS = 10;

/**
 * How long a client waits before the next probe (ms), when it has sent `sent` before the one it sends now and knows the
 * hub's time to within `uncertainty` (ms).
 */
export const nextProbeIn = (sent: number, uncertainty: number): number =>
  uncertainty <= WELL_KNOWN_MS ? EVERY_MS : (FIRST_GAPS_MS[sent] ?? EVERY_MS);
