/** Lloyd's k-means over weighted points of the plane (Lloyd 1982), and how well its clusters are apart. */
import { distanceBetween, type Point } from './projection';

/** A point that stands for `weight` participants. */
export interface WeightedPoint {
  readonly at: Point;
  readonly weight: number;
}

export interface Cluster {
  readonly centre: Point;
  /** Indices of the points that are nearer to this centre than to any other. */
  readonly members: readonly number[];
}

const ITERATIONS = 100;

/** From the starting centres on until no point moves; centres that lose all their points disappear. */
export function kMeans(points: readonly WeightedPoint[], starts: readonly Point[]): Cluster[] {
  let clusters = assign(points, starts);
  for (let round = 0; round < ITERATIONS; round += 1) {
    const next = assign(
      points,
      clusters.map(({ centre }) => centre),
    );
    const still = next.length === clusters.length && next.every(isAt(clusters));
    clusters = next;
    if (still) break;
  }
  return clusters;
}

const isAt =
  (clusters: readonly Cluster[]) =>
  ({ centre }: Cluster, index: number): boolean => {
    const before = clusters[index]?.centre;
    return before?.[0] === centre[0] && before[1] === centre[1];
  };

function assign(points: readonly WeightedPoint[], centres: readonly Point[]): Cluster[] {
  const members = centres.map((): number[] => []);
  for (const [index, { at }] of points.entries()) members[nearest(at, centres)]?.push(index);
  return members.flatMap((each) =>
    each.length === 0 ? [] : [{ centre: middleOf(points, each), members: each }],
  );
}

/** The index of the nearest centre; of equally near ones the first. */
export function nearest(at: Point, centres: readonly Point[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, centre] of centres.entries()) {
    const [dx, dy] = [at[0] - centre[0], at[1] - centre[1]];
    const square = dx * dx + dy * dy;
    if (square >= least) continue;
    least = square;
    best = index;
  }
  return best;
}

/** The mean place of some of the points, by weight. */
export function middleOf(points: readonly WeightedPoint[], members: readonly number[]): Point {
  let [x, y, total] = [0, 0, 0];
  for (const index of members) {
    const point = points[index];
    if (!point) continue;
    x += point.at[0] * point.weight;
    y += point.at[1] * point.weight;
    total += point.weight;
  }
  return [x / total, y / total];
}

/** The sum of squared distances to the centres, by weight: what k-means makes small. */
export function inertia(points: readonly WeightedPoint[], clusters: readonly Cluster[]): number {
  let sum = 0;
  for (const { centre, members } of clusters)
    for (const index of members) {
      const point = points[index];
      if (point) sum += point.weight * distanceBetween(point.at, centre) ** 2;
    }
  return sum;
}

/**
 * The mean silhouette (Rousseeuw 1987) by weight, −1 to 1: how much nearer points are to their own cluster
 * than to the next one. A cluster of one point counts 0.
 */
export function silhouette(points: readonly WeightedPoint[], clusters: readonly Cluster[]): number {
  let [sum, total] = [0, 0];
  for (const own of clusters)
    for (const index of own.members) {
      const point = points[index];
      if (!point) continue;
      sum += point.weight * silhouetteOf(points, clusters, { own, index, at: point.at });
      total += point.weight;
    }
  return total === 0 ? 0 : sum / total;
}

function silhouetteOf(
  points: readonly WeightedPoint[],
  clusters: readonly Cluster[],
  { own, index, at }: { own: Cluster; index: number; at: Point },
): number {
  if (own.members.length === 1) return 0;
  let inside = 0;
  let outside = Number.POSITIVE_INFINITY;
  for (const cluster of clusters) {
    const others = cluster.members.filter((each) => each !== index);
    const mean = meanDistance(points, others, at);
    if (cluster === own) inside = mean;
    else outside = Math.min(outside, mean);
  }
  const larger = Math.max(inside, outside);
  return larger === 0 || !Number.isFinite(outside) ? 0 : (outside - inside) / larger;
}

function meanDistance(
  points: readonly WeightedPoint[],
  members: readonly number[],
  at: Point,
): number {
  let [sum, total] = [0, 0];
  for (const index of members) {
    const point = points[index];
    if (!point) continue;
    sum += point.weight * distanceBetween(point.at, at);
    total += point.weight;
  }
  return total === 0 ? 0 : sum / total;
}
