/** Features as numbers: small to keep, and quick to meet. */
import type { MentionKind } from '../words/mentions';
import type { Features } from './features';

/** How rare a feature is among the questions there are. */
export type Rarity = (feature: number) => number;
type Names = ReadonlyMap<MentionKind, readonly number[]>;

/** A question in the index. */
export interface Kept {
  readonly id: string;
  readonly place: number;
  /** In the order of the text, so that sums come out the same whatever numbers features have. */
  readonly features: Int32Array;
  /** Of each feature. */
  readonly weights: Float32Array;
  readonly topics: readonly number[];
  readonly names: Names;
}

/** The text that is looked for. */
export interface Asked {
  readonly weights: ReadonlyMap<number, number>;
  readonly topics: readonly number[];
  readonly names: Names;
}

export function numberedKept(
  { id, place }: Pick<Kept, 'id' | 'place'>,
  { weights, topics, names }: Features,
  numberOf: (feature: string) => number,
): Kept {
  return {
    id,
    place,
    features: Int32Array.from(weights.keys(), numberOf),
    weights: Float32Array.from(weights.values()),
    topics: [...topics].map(numberOf),
    names: numberedNames(names, numberOf),
  };
}

/** Features that no question has ever had get numbers below zero. */
export function numberedAsked(
  { weights, topics, names }: Features,
  known: (feature: string) => number | undefined,
): Asked {
  const unknown = new Map<string, number>();
  const numberOf = (feature: string): number => {
    const number = known(feature) ?? unknown.get(feature);
    if (number !== undefined) return number;
    unknown.set(feature, -1 - unknown.size);
    return -unknown.size;
  };
  return {
    weights: new Map([...weights].map(([feature, weight]) => [numberOf(feature), weight])),
    topics: [...topics].map(numberOf),
    names: numberedNames(names, numberOf),
  };
}

const numberedNames = (names: Features['names'], numberOf: (feature: string) => number): Names =>
  new Map(
    [...names].map(([kind, each]): [MentionKind, number[]] => [kind, [...each].map(numberOf)]),
  );

export const hasFeature = ({ features }: Kept, feature: number): boolean =>
  features.includes(feature);
