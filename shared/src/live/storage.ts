/** What lasts no longer than the page or program. */
import type { OutboxStorage } from './outbox';

export function memoryStorage(): OutboxStorage {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
}
