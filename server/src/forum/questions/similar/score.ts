/**
 * How surely two questions ask for the same thing, from 0 to 1.
 *
 * Features weigh by their rarity (inverse document frequency). What is shared is held against what the shorter of
 * the two has (overlap), less against the longer, since people tell the same matter in ten characters or in three
 * hundred. Then what differs decides: other places, lines and buildings, or another matter in the same words, take
 * most of the score away.
 */
import type { MentionKind } from '../words/mentions';

/** A question ready to be compared: features are numbered, so that sets are quick to meet. */
export interface Compared {
  readonly weights: ReadonlyMap<number, number>;
  readonly topics: readonly number[];
  readonly names: ReadonlyMap<MentionKind, readonly number[]>;
}

/** From this score on a question is shown to the public as asked already. */
export const SHOWN_FROM = 0.42;

const SHARE_OF_SHORTER = 0.72;
const PLACES: readonly MentionKind[] = [
  'road',
  'estate',
  'village',
  'school',
  'hospital',
  'open_air',
];
/** Each of these must agree by itself. */
const APART: readonly MentionKind[] = [
  'bus_line',
  'building',
  'business',
  'school',
  'hospital',
  'village',
];

export function similarity(
  one: Compared,
  other: Compared,
  rarity: (feature: number) => number,
): number {
  const shared = sharedWeight(one, other, rarity);
  if (shared === 0) return 0;
  const [short, long] = [weightOf(one, rarity), weightOf(other, rarity)].sort((a, b) => a - b);
  const overlap =
    shared / ((short ?? 1) ** SHARE_OF_SHORTER * (long ?? 1) ** (1 - SHARE_OF_SHORTER));
  return Math.min(1, overlap * ofNames(one, other) * ofTopics(one, other, rarity));
}

function sharedWeight(one: Compared, other: Compared, rarity: (feature: number) => number): number {
  let sum = 0;
  for (const [feature, weight] of one.weights) {
    const theirs = other.weights.get(feature);
    if (theirs === undefined) continue;
    // Named as a place in one, met by the way in the other: it is the name that counts.
    sum += Math.max(weight, theirs) * rarity(feature);
  }
  return sum;
}

function weightOf({ weights }: Compared, rarity: (feature: number) => number): number {
  let sum = 0;
  for (const [feature, weight] of weights) sum += weight * rarity(feature);
  return sum;
}

/** Less for each kind of name in which they share nothing, and if they name no place in common. */
function ofNames(one: Compared, other: Compared): number {
  const places = [namesOf(one, PLACES), namesOf(other, PLACES)] as const;
  let factor = apart(one, other, places) ? 0.5 : 1;
  for (const kind of APART) {
    const names = [one.names.get(kind) ?? [], other.names.get(kind) ?? []] as const;
    if (apart(one, other, names)) factor *= 0.45;
  }
  return factor;
}

const namesOf = ({ names }: Compared, kinds: readonly MentionKind[]): readonly number[] =>
  kinds.flatMap((kind) => names.get(kind) ?? []);

/** Both name something, and neither meets in its words what the other names. */
function apart(
  one: Compared,
  other: Compared,
  [names, theirs]: readonly [readonly number[], readonly number[]],
): boolean {
  if (names.length === 0 || theirs.length === 0) return false;
  return (
    !names.some((name) => other.weights.has(name)) && !theirs.some((name) => one.weights.has(name))
  );
}

/** Less for topics that each of the two has and the other has not. */
function ofTopics(one: Compared, other: Compared, rarity: (feature: number) => number): number {
  let shared = 0;
  let onlyOne = 0;
  for (const topic of one.topics) {
    if (other.weights.has(topic)) shared += rarity(topic);
    else onlyOne += rarity(topic);
  }
  let onlyOther = 0;
  for (const topic of other.topics) if (!one.weights.has(topic)) onlyOther += rarity(topic);
  const apart = Math.min(onlyOne, onlyOther);
  return apart === 0 ? 1 : 1 - 0.6 * (apart / (apart + shared));
}
