/**
 * An index of questions that finds those similar to a text: an inverted index over features, of which the rarest
 * of the text name the candidates, and an exact comparison with these. The answer depends only on which questions
 * are in it, not on the order in which they came and went.
 */
import { Candidates } from './candidates';
import { featuresOf } from './features';
import { numberedAsked, numberedKept, type Asked, type Kept, type Rarity } from './numbered';
import { similarity } from './score';
import { WEIGHTS } from './weights';

export interface Similar {
  readonly id: string;
  /** 0 to 1; from `SHOWN_FROM` on worth showing to whoever is asking. */
  readonly score: number;
}

export class SimilarityIndex {
  readonly #numbers = new Map<string, number>();
  readonly #postings: Set<Kept>[] = [];
  readonly #kept = new Map<string, Kept>();
  readonly #candidates = new Candidates();
  /** Rarity of a feature by how many questions have it, as long as there are `#raritiesOf` questions. */
  readonly #rarities = new Map<number, number>();
  #raritiesOf = 0;

  get size(): number {
    return this.#kept.size;
  }

  /** Puts a question in; one with the same id is replaced. */
  add(id: string, text: string): void {
    this.remove(id);
    const place = this.#candidates.takePlace();
    const numberOf = (feature: string): number => this.#numberOf(feature);
    const question = numberedKept({ id, place }, featuresOf(text), numberOf);
    this.#kept.set(id, question);
    for (const feature of question.features) this.#postings[feature]?.add(question);
  }

  remove(id: string): void {
    const question = this.#kept.get(id);
    if (!question) return;
    this.#kept.delete(id);
    this.#candidates.freePlace(question.place);
    for (const feature of question.features) this.#postings[feature]?.delete(question);
  }

  /** At most `limit` of the questions that `may` be told, the most similar to `text` first; of equals by id. */
  similar(text: string, limit: number, may: (id: string) => boolean): readonly Similar[] {
    const asked = this.#asked(text);
    return this.#candidates
      .find(asked, this.#postings, this.#rarity, may)
      .map(({ id, question }) => ({ id, score: similarity(asked, question, this.#rarity) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  /** How similar `text` is to the question `id`; 0 if there is none. */
  similarityTo(text: string, id: string): number {
    const question = this.#kept.get(id);
    return question ? similarity(this.#asked(text), question, this.#rarity) : 0;
  }

  readonly #rarity: Rarity = (feature) => {
    const count = this.#postings[feature]?.size ?? 0;
    let rarity = this.#rarities.get(count);
    if (rarity === undefined || this.#raritiesOf !== this.#kept.size) {
      if (this.#raritiesOf !== this.#kept.size) this.#rarities.clear();
      this.#raritiesOf = this.#kept.size;
      rarity = Math.log((this.#kept.size + WEIGHTS.imagined) / (count + 0.5));
      this.#rarities.set(count, rarity);
    }
    return rarity;
  };

  #numberOf(feature: string): number {
    let number = this.#numbers.get(feature);
    if (number === undefined) {
      number = this.#postings.length;
      this.#numbers.set(feature, number);
      this.#postings.push(new Set());
    }
    return number;
  }

  #asked(text: string): Asked {
    return numberedAsked(featuresOf(text), (feature) => this.#numbers.get(feature));
  }
}
