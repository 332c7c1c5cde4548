/** Who is ahead, and in what order. */

/** Places in the order of their points; of equal ones the earlier stays before the later. */
export const orderByPoints = (points: readonly number[]): number[] =>
  [...points.keys()].sort((a, b) => (points[b] ?? 0) - (points[a] ?? 0) || a - b);

/** The places that have most, together; none while all have as much. */
export function leadersOf(counts: readonly number[]): ReadonlySet<number> {
  const most = Math.max(0, ...counts);
  const leaders = [...counts.keys()].filter((place) => counts[place] === most);
  return new Set(leaders.length < counts.length ? leaders : []);
}
