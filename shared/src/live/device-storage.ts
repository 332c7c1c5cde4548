/** `localStorage` where the browser grants it, else memory: a private window must work too. */
import type { OutboxStorage } from './outbox';
import { memoryStorage } from './storage';

export function deviceStorage(): OutboxStorage {
  try {
    const store = globalThis.localStorage;
    const probe = 'wz.probe';
    store.setItem(probe, '1');
    store.removeItem(probe);
    return {
      get: (key) => store.getItem(key),
      set: (key, value) => {
        try {
          store.setItem(key, value);
        } catch {
          // A full store must not keep a command from being sent.
          return;
        }
      },
      remove: (key) => store.removeItem(key),
      keys: () => Object.keys(store),
    };
  } catch {
    return memoryStorage();
  }
}
