/**
 * How surely two questions ask for the same thing, from 0 to 1.
 *
 * Features weigh by their rarity (inverse document frequency). What is shared is held against what the shorter of
 * the two has (overlap), less against the longer, since people tell the same matter in ten characters or in three
 * hundred. Then what differs decides: other places, lines and buildings, or another matter in the same words, take
 * most of the score away; a place and a topic in common bring it nearer to 1.
 */
import type { MentionKind } from '../words/mentions';
import { hasFeature, type Asked, type Kept, type Rarity } from './numbered';
import { WEIGHTS } from './weights';

/** From this score on a question is shown to the public as asked already. */
export const SHOWN_FROM = 0.38;
/** From this score on a question is worth a look at the desk, where people compare by themselves. */
export const SHOWN_TO_DESK_FROM = 0.2;

const PLACES: readonly MentionKind[] = [
  'road',
  'estate',
  'village',
  'school',
  'hospital',
  'open_air',
];
const NAMES: readonly MentionKind[] = [...PLACES, 'business'];
/** Each of these must agree by itself. */
const APART: readonly MentionKind[] = [
  'bus_line',
  'building',
  'business',
  'school',
  'hospital',
  'village',
];

export function similarity(asked: Asked, kept: Kept, rarity: Rarity): number {
  const shared = sharedWeight(asked, kept, rarity);
  if (shared === 0) return 0;
  const sizes = [weightOfAsked(asked, rarity), weightOfKept(kept, rarity)] as const;
  const overlap =
    shared /
    (Math.min(...sizes) ** WEIGHTS.shareOfShorter *
      Math.max(...sizes) ** (1 - WEIGHTS.shareOfShorter));
  const topics = ofTopics(asked, kept, rarity);
  const score = Math.min(1, overlap * ofNames(asked, kept) * topics.factor);
  if (!topics.met || !meet(asked, kept, NAMES)) return score;
  return 1 - (1 - score) ** (1 + WEIGHTS.sameMatter * topics.factor);
}

function sharedWeight({ weights }: Asked, kept: Kept, rarity: Rarity): number {
  let sum = 0;
  for (let at = 0; at < kept.features.length; at += 1) {
    const feature = kept.features[at] ?? 0;
    const weight = weights.get(feature);
    if (weight === undefined) continue;
    // Named as a place in one, met by the way in the other: it is the name that counts.
    sum += Math.max(weight, kept.weights[at] ?? 0) * rarity(feature);
  }
  return sum;
}

function weightOfAsked({ weights }: Asked, rarity: Rarity): number {
  let sum = 0;
  for (const [feature, weight] of weights) sum += weight * rarity(feature);
  return sum;
}

function weightOfKept({ features, weights }: Kept, rarity: Rarity): number {
  let sum = 0;
  for (let at = 0; at < features.length; at += 1)
    sum += (weights[at] ?? 0) * rarity(features[at] ?? 0);
  return sum;
}

/** Less for each kind of name in which they share nothing, and if they name no place in common. */
function ofNames(asked: Asked, kept: Kept): number {
  let factor = apart(asked, kept, PLACES) ? WEIGHTS.otherPlaces : 1;
  for (const kind of APART) if (apart(asked, kept, [kind])) factor *= WEIGHTS.otherNames;
  return factor;
}

const namesOf = ({ names }: Asked | Kept, kinds: readonly MentionKind[]): readonly number[] =>
  kinds.flatMap((kind) => names.get(kind) ?? []);

/** One of them names what the other has in its words, too. */
const meet = (asked: Asked, kept: Kept, kinds: readonly MentionKind[]): boolean =>
  namesOf(asked, kinds).some((name) => hasFeature(kept, name)) ||
  namesOf(kept, kinds).some((name) => asked.weights.has(name));

/** Both name something, and neither has in its words what the other names. */
const apart = (asked: Asked, kept: Kept, kinds: readonly MentionKind[]): boolean =>
  namesOf(asked, kinds).length > 0 && namesOf(kept, kinds).length > 0 && !meet(asked, kept, kinds);

/** Less for topics that each of the two has and the other has not; whether they have one in common. */
function ofTopics(asked: Asked, kept: Kept, rarity: Rarity): { factor: number; met: boolean } {
  let shared = 0;
  let onlyAsked = 0;
  for (const topic of asked.topics) {
    if (hasFeature(kept, topic)) shared += rarity(topic);
    else onlyAsked += rarity(topic);
  }
  let onlyKept = 0;
  for (const topic of kept.topics) if (!asked.weights.has(topic)) onlyKept += rarity(topic);
  const different = Math.min(onlyAsked, onlyKept);
  const share = different === 0 ? 0 : different / (different + shared);
  return { factor: 1 - (1 - WEIGHTS.otherTopics) * share, met: shared > 0 };
}
