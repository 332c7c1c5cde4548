/**
 * In which order a device shows statements: by chance, so that the first ones are not the most answered,
 * yet always the same on one device. What comes in later stands at the end, so that nobody is led back.
 */

/** `order` without repeats, followed by those of `ids` that are not in it yet, shuffled by `seed`. */
export function extendOrder(
  order: readonly string[],
  ids: readonly string[],
  seed: string,
): readonly string[] {
  const known = new Set(order);
  const newcomers = ids.filter((id) => !known.has(id));
  if (newcomers.length === 0) return order;
  const ranked = newcomers.map((id) => ({ id, rank: hash(seed + id) }));
  ranked.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  return [...order, ...ranked.map(({ id }) => id)];
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
