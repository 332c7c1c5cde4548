/**
 * What `make` makes of `items`, so many at a time, with the event loop turned in between: a thousand codes to be printed
 * take more than a second, and a host must not wait for them.
 */
export async function inBreaths<T>(
  items: readonly T[],
  size: number,
  make: (some: readonly T[]) => string,
): Promise<string[]> {
  const made: string[] = [];
  for (let from = 0; from < items.length; from += size) {
    made.push(make(items.slice(from, from + size)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return made;
}
