/**
 * An order that is by chance and yet stands: things sorted by a hash of a seed and their id. Phones load it,
 * so it needs nothing.
 */

/** FNV-1a over the id, begun from the seed, then mixed as MurmurHash3 does at its end; 32 bits, not negative. */
export function shuffleKey(seed: number, id: string): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0;
  for (let at = 0; at < id.length; at += 1)
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
