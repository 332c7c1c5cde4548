/** The window's own store: it lives through a reload and goes with the window. Where there is none, nothing is kept. */

function using<T>(use: (store: Storage) => T, otherwise: T): T {
  try {
    return use(globalThis.sessionStorage);
  } catch {
    // Not granted, or full: what is kept there is a convenience.
    return otherwise;
  }
}

export const readWindow = (key: string): unknown =>
  using((store) => JSON.parse(store.getItem(key) ?? 'null') as unknown, null);
export const writeWindow = (key: string, value: unknown): void =>
  using((store) => store.setItem(key, JSON.stringify(value)), undefined);
export const clearWindow = (key: string): void =>
  using((store) => store.removeItem(key), undefined);
