/** The part of a file that a header `Range` asks for (RFC 9110, section 14.2). */

export interface Range {
  readonly first: number;
  readonly last: number;
}

const ONE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/** Null: the whole file, also for what is not understood and for several parts at once. */
export function rangeOf(header: string | undefined, size: number): Range | 'none_there' | null {
  const [, from, to] = ONE_RANGE.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  // What ends before it begins is no range at all.
  if (from !== '' && to !== '' && Number(to) < first) return null;
  return first > last ? 'none_there' : { first, last };
}
