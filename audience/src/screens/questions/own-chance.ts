/** This phone's own seed for lists by chance: kept, so that its order stands, and told to nobody. */
import type { OutboxStorage } from '@wenzheng/shared/live/outbox';

const KEY = 'wz.chance';

export function ownChance(storage: OutboxStorage): number {
  const kept = Number(storage.get(KEY) ?? Number.NaN);
  if (Number.isInteger(kept)) return kept;
  const [seed = 0] = globalThis.crypto.getRandomValues(new Uint32Array(1));
  storage.set(KEY, String(seed));
  return seed;
}
