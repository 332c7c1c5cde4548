/**
 * Groups of participants who lie near each other. As in Polis, up to a hundred base clusters are made first
 * and then put together to groups, so that the silhouettes of a large crowd cost no more than of a small one;
 * how many groups there are is the number whose silhouette is best, once it has been so four times running.
 */
import { shuffleKey } from '@wenzheng/shared/forum/shuffle';
import { inertia, kMeans, nearest, silhouette, type Cluster, type WeightedPoint } from './k-means';
import { distanceBetween, type Point } from './projection';

const BASE_CLUSTERS = 100;
const MOST_GROUPS = 5;
/** So many base clusters allow one group more. */
const BASES_PER_GROUP = 12;
/** So many times running another number of groups must be the best before it is taken. */
const TIMES_RUNNING = 4;
/** Random starts of k-means, the best of which counts. */
const ATTEMPTS = 10;
/** Groups stay where they were unless others fit so much better. */
const BETTER = 0.95;

/** What one grouping leaves for the next, so that groups change no faster than opinions. */
export interface GroupingMemory {
  readonly bases: readonly Point[];
  /** Number of groups → their centres. */
  readonly centres: ReadonlyMap<number, readonly Point[]>;
  /** The number that was best the last time, and how many times running; and the number in force. */
  readonly best: number;
  readonly running: number;
  readonly inForce: number;
}

export interface Grouping {
  /** Indices of the points in each group, the first group being the largest of the first grouping. */
  readonly groups: readonly Cluster[];
  readonly silhouette: number;
}

export interface Groupings {
  /** Number of groups → the grouping. */
  readonly byCount: ReadonlyMap<number, Grouping>;
  /** How many groups there are; 0 for fewer than two places to be. */
  readonly count: number;
  /** The base clusters, which the groups are made of. */
  readonly bases: readonly WeightedPoint[];
  readonly memory: GroupingMemory;
}

/** `wanted`: so many groups, whatever fits best. */
export function groupPoints(
  points: readonly Point[],
  { before, wanted }: { before?: GroupingMemory | undefined; wanted?: number | undefined } = {},
): Groupings {
  const singles = points.map((at) => ({ at, weight: 1 }));
  const baseClusters = kMeans(singles, baseStarts(points, before?.bases ?? []));
  const bases = baseClusters.map(({ centre, members }) => ({ at: centre, weight: members.length }));
  const byCount = new Map<number, Grouping>();
  const centres = new Map<number, readonly Point[]>();
  for (const count of countsFor(bases.length, wanted)) {
    const clusters = bestClusters(bases, count, before?.centres.get(count) ?? []);
    if (clusters.length < count) continue;
    centres.set(
      count,
      clusters.map(({ centre }) => centre),
    );
    const groups = clusters.map((cluster) => ({
      centre: cluster.centre,
      members: cluster.members.flatMap((base) => baseClusters[base]?.members ?? []),
    }));
    byCount.set(count, { groups, silhouette: silhouette(bases, clusters) });
  }
  const smoothed = smooth(bestCount(byCount), byCount, before);
  const count = wanted !== undefined && byCount.has(wanted) ? wanted : smoothed.inForce;
  const memory = { bases: bases.map(({ at }) => at), centres, ...smoothed };
  return { byCount, count, bases, memory };
}

function countsFor(bases: number, wanted: number | undefined): number[] {
  const most = Math.min(MOST_GROUPS, 2 + Math.floor(bases / BASES_PER_GROUP));
  const counts = [2, 3, 4, 5].filter((count) => count <= most && count <= bases);
  return wanted === undefined || counts.includes(wanted) || wanted > bases
    ? counts
    : [...counts, wanted];
}

function bestCount(byCount: ReadonlyMap<number, Grouping>): number {
  let best = 0;
  for (const [count, grouping] of byCount)
    if (grouping.silhouette > (byCount.get(best)?.silhouette ?? -1)) best = count;
  return best;
}

function smooth(
  best: number,
  byCount: ReadonlyMap<number, Grouping>,
  before: GroupingMemory | undefined,
): Pick<GroupingMemory, 'best' | 'running' | 'inForce'> {
  const running = before?.best === best ? before.running + 1 : 1;
  const stays = before !== undefined && running < TIMES_RUNNING && byCount.has(before.inForce);
  return { best, running, inForce: stays ? before.inForce : best };
}

/** The centres of before that still have their use, and as many places far from them as there is room for. */
function baseStarts(points: readonly Point[], before: readonly Point[]): Point[] {
  if (points.length === 0) return [];
  const starts = before.slice(0, BASE_CLUSTERS);
  if (starts.length === 0) starts.push(points[0] ?? [0, 0]);
  const apart = points.map((point) => Math.min(...starts.map((at) => distanceBetween(point, at))));
  while (starts.length < BASE_CLUSTERS) {
    const farthest = indexOfLargest(apart);
    const point = points[farthest];
    if (!point || (apart[farthest] ?? 0) === 0) break;
    starts.push(point);
    for (const [index, each] of points.entries())
      apart[index] = Math.min(apart[index] ?? 0, distanceBetween(each, point));
  }
  return starts;
}

const indexOfLargest = (values: readonly number[]): number => {
  let largest = 0;
  for (const [index, value] of values.entries())
    if (value > (values[largest] ?? 0)) largest = index;
  return largest;
};

/** The clusters of least inertia over several starts; those of before, if they fit about as well. */
function bestClusters(
  points: readonly WeightedPoint[],
  count: number,
  before: readonly Point[] = [],
): Cluster[] {
  let best: Cluster[] = [];
  let least = Number.POSITIVE_INFINITY;
  const consider = (clusters: Cluster[], allowance: number): void => {
    const moved = inertia(points, clusters);
    if (clusters.length < best.length || moved >= least * allowance) return;
    [best, least] = [clusters, moved];
  };
  if (before.length === count) consider(kMeans(points, before), 1);
  const allowance = best.length === count ? BETTER : 1;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1)
    consider(kMeans(points, scatteredStarts(points, count, attempt)), allowance);
  return inOrder(points, best, before);
}

/** k-means++ (Arthur and Vassilvitskii 2007), its chances drawn from the attempt, so that all runs are alike. */
function scatteredStarts(
  points: readonly WeightedPoint[],
  count: number,
  attempt: number,
): Point[] {
  const starts: Point[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const shares = points.map(({ at, weight }) =>
      nth === 0
        ? weight
        : weight * Math.min(...starts.map((each) => distanceBetween(at, each) ** 2)),
    );
    const drawn = points[drawFrom(shares, shuffleKey(attempt, `${count}/${nth}`) / 2 ** 32)];
    if (drawn) starts.push(drawn.at);
  }
  return starts;
}

/** The index on which `chance`, 0 to 1, falls when each has its share. */
function drawFrom(shares: readonly number[], chance: number): number {
  let left = chance * shares.reduce((sum, share) => sum + share, 0);
  for (const [index, share] of shares.entries()) {
    left -= share;
    if (left < 0) return index;
  }
  return 0;
}

/** Groups keep the number of the group of before that they are nearest to; without one, the largest is first. */
function inOrder(
  points: readonly WeightedPoint[],
  clusters: readonly Cluster[],
  before: readonly Point[],
): Cluster[] {
  const size = ({ members }: Cluster): number =>
    members.reduce((sum, index) => sum + (points[index]?.weight ?? 0), 0);
  const left = [...clusters].sort((a, b) => size(b) - size(a));
  const ordered: Cluster[] = [];
  for (const centre of before) {
    if (left.length === 0) break;
    const at = nearest(
      centre,
      left.map((each) => each.centre),
    );
    ordered.push(...left.splice(at, 1));
  }
  return [...ordered, ...left];
}

/**
 * How far the groups hang on single participants, 0 to 1: the mean adjusted Rand index between them and
 * those found with every fifth base cluster left out, twenty times over.
 */
export function stability(bases: readonly WeightedPoint[], count: number): number {
  if (count < 2) return 0;
  const whole = bestClusters(bases, count);
  const agreement: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const kept = bases.flatMap((_, index) =>
      shuffleKey(round, String(index)) % 5 === 0 ? [] : [index],
    );
    const part = bestClusters(
      kept.flatMap((index) => bases[index] ?? []),
      count,
    );
    const label = labels(part);
    const before = labels(whole);
    agreement.push(
      adjustedRandIndex(
        kept.map((_, index) => label.get(index) ?? -1),
        kept.map((index) => before.get(index) ?? -1),
      ),
    );
  }
  return agreement.reduce((sum, each) => sum + each, 0) / agreement.length;
}

const labels = (clusters: readonly Cluster[]): Map<number, number> =>
  new Map(clusters.flatMap(({ members }, label) => members.map((index) => [index, label])));

/** How far two groupings of the same things agree, 1 when wholly, 0 as by chance (Hubert and Arabie 1985). */
export function adjustedRandIndex(first: readonly number[], second: readonly number[]): number {
  const both = new Map<string, number>();
  const [one, other] = [new Map<number, number>(), new Map<number, number>()];
  const add = <K>(counts: Map<K, number>, key: K): unknown =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [index, label] of first.entries()) {
    const also = second[index] ?? -1;
    add(both, `${label}/${also}`);
    add(one, label);
    add(other, also);
  }
  const pairs = (counts: Map<unknown, number>): number =>
    [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const all = (first.length * (first.length - 1)) / 2;
  const expected = all === 0 ? 0 : (pairs(one) * pairs(other)) / all;
  const most = (pairs(one) + pairs(other)) / 2;
  return most === expected ? 1 : (pairs(both) - expected) / (most - expected);
}
