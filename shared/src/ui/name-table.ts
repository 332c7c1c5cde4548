/** Names by key. Marked pure where it is used, so that a phone loads only the tables it shows. */
export const table =
  <K extends string>(names: Record<K, () => string>) =>
  (key: K): string =>
    names[key]();
