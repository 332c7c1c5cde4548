/**
 * An index of questions that finds those similar to a text: an inverted index over features, of which the rarest
 * of the text name the candidates, and an exact comparison with these. The answer depends only on which questions
 * are in it, not on the order in which they came and went.
 */
import type { MentionKind } from '../words/mentions';
import { featuresOf } from './features';
import { similarity, type Compared } from './score';

export interface Similar {
  readonly id: string;
  /** 0 to 1; from `SHOWN_FROM` on worth showing to whoever is asking. */
  readonly score: number;
}

/** So many entries of the inverted index are looked at; features that half the questions share add nothing. */
const LOOKED_AT = 40_000;
const COMPARED = 250;
/** As many questions are imagined beside the real ones, so that the first few do not find everything rare. */
const IMAGINED = 60;

interface Kept extends Compared {
  readonly id: string;
}

export class SimilarityIndex {
  readonly #numbers = new Map<string, number>();
  readonly #postings: Set<Kept>[] = [];
  readonly #kept = new Map<string, Kept>();

  get size(): number {
    return this.#kept.size;
  }

  /** Puts a question in; one with the same id is replaced. */
  add(id: string, text: string): void {
    this.remove(id);
    const question: Kept = { id, ...this.#numbered(text) };
    this.#kept.set(id, question);
    for (const feature of question.weights.keys()) this.#postings[feature]?.add(question);
  }

  remove(id: string): void {
    const question = this.#kept.get(id);
    if (!question) return;
    this.#kept.delete(id);
    for (const feature of question.weights.keys()) this.#postings[feature]?.delete(question);
  }

  /** At most `limit` questions, the most similar to `text` first; equally similar ones by id. */
  similar(text: string, limit: number): readonly Similar[] {
    const asked = this.#numbered(text);
    const rarity = this.#rarity();
    return this.#candidates(asked, rarity)
      .map((question) => ({ id: question.id, score: similarity(asked, question, rarity) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  /** How similar `text` is to the question `id`; 0 if there is none. */
  similarityTo(text: string, id: string): number {
    const question = this.#kept.get(id);
    return question ? similarity(this.#numbered(text), question, this.#rarity()) : 0;
  }

  #rarity(): (feature: number) => number {
    const all = this.#kept.size + IMAGINED;
    return (feature) => Math.log(all / ((this.#postings[feature]?.size ?? 0) + 0.5));
  }

  #candidates(asked: Compared, rarity: (feature: number) => number): readonly Kept[] {
    const sums = new Map<Kept, number>();
    const found = [...asked.weights]
      .map(([feature, weight]) => ({ feature, gain: weight * rarity(feature) }))
      .sort((a, b) => this.#countOf(a.feature) - this.#countOf(b.feature) || b.gain - a.gain);
    let looked = 0;
    for (const { feature, gain } of found) {
      looked += this.#countOf(feature);
      if (looked > LOOKED_AT) break;
      for (const question of this.#postings[feature] ?? [])
        sums.set(question, (sums.get(question) ?? 0) + gain);
    }
    if (sums.size <= COMPARED) return [...sums.keys()];
    return [...sums]
      .sort(([a, x], [b, y]) => y - x || (a.id < b.id ? -1 : 1))
      .slice(0, COMPARED)
      .map(([question]) => question);
  }

  #countOf(feature: number): number {
    return this.#postings[feature]?.size ?? 0;
  }

  #numbered(text: string): Compared {
    const { weights, topics, names } = featuresOf(text);
    const number = (feature: string): number => this.#numberOf(feature);
    return {
      weights: new Map([...weights].map(([feature, weight]) => [number(feature), weight])),
      topics: [...topics].map(number),
      names: new Map(
        [...names].map(([kind, each]): [MentionKind, number[]] => [kind, [...each].map(number)]),
      ),
    };
  }

  #numberOf(feature: string): number {
    let number = this.#numbers.get(feature);
    if (number === undefined) {
      number = this.#postings.length;
      this.#numbers.set(feature, number);
      this.#postings.push(new Set());
    }
    return number;
  }
}
