/** The map as it is drawn: places from −100 to 100, and an ellipse for each group. */
import { onMap as edged } from '@wenzheng/shared/forum/own-place';
import type { MapShape } from '@wenzheng/shared/forum/opinion-map';
import type { Point } from '../map';

/** The few who stand farther out than the rest are drawn at the edge, so that the map is not all middle. */
const WITHIN = 0.98;
/** Places nearer to each other than this are drawn as one. */
const GRID = 5;
/** Half the breadth of an ellipse at least, so that one can be seen round people of one mind. */
const LEAST = 6;
/** Standard deviations that an ellipse reaches: 86 of 100 people of a round crowd. */
const REACH = 2;

/** What to multiply a place by, so that nearly all of them lie within the map. */
export function scaleFor(points: readonly Point[]): number {
  const reach = points.map(([x, y]) => Math.max(Math.abs(x), Math.abs(y))).sort((a, b) => a - b);
  const farthest = reach[Math.ceil(reach.length * WITHIN) - 1] ?? 0;
  return farthest === 0 ? 1 : 100 / farthest;
}

export const onMap = ([x, y]: Point, scale: number): Point => [edged(x * scale), edged(y * scale)];

/** Where people stand: the nearest of a grid of places, and how many there are, in the order of the grid. */
export function gridOf(points: readonly Point[]): [x: number, y: number, people: number][] {
  const counts = new Map<string, [number, number, number]>();
  for (const [x, y] of points) {
    const [column, row] = [rounded(x / GRID, 0) * GRID, rounded(y / GRID, 0) * GRID];
    const place = counts.get(`${column}/${row}`) ?? [column, row, 0];
    counts.set(`${column}/${row}`, [column, row, place[2] + 1]);
  }
  return [...counts.values()].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
}

/** The ellipse round the middle of `points` that reaches as far as they scatter, each way. */
export function ellipseOf(points: readonly Point[]): MapShape {
  const people = Math.max(points.length, 1);
  const mean = (of: (point: Point) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / people;
  const [x, y] = [mean((at) => at[0]), mean((at) => at[1])];
  const xx = mean((at) => (at[0] - x) ** 2);
  const yy = mean((at) => (at[1] - y) ** 2);
  const xy = mean((at) => (at[0] - x) * (at[1] - y));
  // Eigenvalues of the symmetric matrix of covariances.
  const middle = (xx + yy) / 2;
  const apart = Math.hypot((xx - yy) / 2, xy);
  const half = (variance: number): number =>
    Math.max(LEAST, REACH * Math.sqrt(Math.max(variance, 0)));
  const turn = (Math.atan2(2 * xy, xx - yy) / 2) * (180 / Math.PI);
  return {
    ...{ x: rounded(x), y: rounded(y), turn: rounded(turn) },
    ...{ long: rounded(half(middle + apart)), broad: rounded(half(middle - apart)) },
  };
}

export const rounded = (value: number, digits = 1): number => {
  const by = 10 ** digits;
  // No −0, which JSON and comparisons treat differently.
  return Math.round(value * by) / by + 0;
};
