/**
 * In which order a device shows statements: drawn by chance, so that the first ones are not the most answered, and in
 * proportion to how much answers to them are missing. What was shown keeps its place, so that nobody is led back.
 */

/** The larger, the sooner a statement is shown. */
type RankOf = (id: string) => number;

/** `order` without those that are gone, followed by newcomers; the very same list while nothing has changed. */
export function extendOrder(order: readonly string[], ids: readonly string[]): readonly string[] {
  const [known, there] = [new Set(order), new Set(ids)];
  const newcomers = ids.filter((id) => !known.has(id));
  const kept = order.filter((id) => there.has(id));
  return newcomers.length === 0 && kept.length === order.length ? order : [...kept, ...newcomers];
}

/** Those that are settled as they stand, then the others by their rank. */
export function drawOrder(
  order: readonly string[],
  isSettled: (id: string) => boolean,
  rankOf: RankOf,
): readonly string[] {
  const drawn = order
    .filter((id) => !isSettled(id))
    .map((id) => ({ id, rank: rankOf(id) }))
    .sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
  return [...order.filter(isSettled), ...drawn.map(({ id }) => id)];
}

/**
 * Sorted by it, whatever is still there comes next with a chance in proportion to its weight, above 0 (Efraimidis and
 * Spirakis, "Weighted random sampling with a reservoir", 2006; the logarithm of their key). The chance is the seed's:
 * one device draws the same as long as the weights stay.
 */
export function drawnBy(seed: string, weightOf: (id: string) => number): RankOf {
  return (id) => Math.log((hash(seed + id) + 0.5) / 2 ** 32) / weightOf(id);
}

/** The next of `ids` after `from` that `isOpen` says yes to, beginning again at the first; null for none. */
export function nextOpen(
  ids: readonly string[],
  from: string | null,
  isOpen: (id: string) => boolean,
): string | null {
  const start = from === null ? 0 : ids.indexOf(from) + 1;
  return [...ids.slice(start), ...ids.slice(0, start)].find(isOpen) ?? null;
}

/** FNV-1a over UTF-16 units, with a last mix so that ids that differ in the last letter lie far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value ^= value >>> 16;
  value = Math.imul(value, 0x45d9f3b);
  return (value ^ (value >>> 16)) >>> 0;
}
