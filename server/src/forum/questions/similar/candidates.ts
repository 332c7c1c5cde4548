/**
 * The questions worth an exact comparison: those that share the rarest features of the text. How many entries of the
 * inverted index are looked at is bounded, so that the work does not grow with the forum.
 */
import type { Asked, Kept, Rarity } from './numbered';

const LOOKED_AT = 10_000;
const COMPARED = 120;

export interface Candidate {
  readonly id: string;
  readonly question: Kept;
}

export class Candidates {
  /** What each question shares with the text that is looked for, by its place; 0 between two calls. */
  #sums = new Float64Array(1_024);
  readonly #free: number[] = [];
  #places = 0;

  takePlace(): number {
    const free = this.#free.pop();
    if (free !== undefined) return free;
    if (this.#places === this.#sums.length) this.#sums = new Float64Array(2 * this.#places);
    this.#places += 1;
    return this.#places - 1;
  }

  freePlace(place: number): void {
    this.#free.push(place);
  }

  /** Those of which `may` says so: they are chosen before the best are, or what nobody may have would keep them out. */
  find(
    asked: Asked,
    postings: readonly ReadonlySet<Kept>[],
    rarity: Rarity,
    may: (id: string) => boolean,
  ): readonly Candidate[] {
    const touched = this.#touch(asked, postings, rarity);
    const allowed = touched.filter(({ id }) => may(id));
    const least = this.#leastOfBest(allowed);
    const best = allowed
      .filter(({ place }) => this.#sumAt(place) >= least)
      .sort((a, b) => this.#sumAt(b.place) - this.#sumAt(a.place) || (a.id < b.id ? -1 : 1))
      .slice(0, COMPARED);
    for (const { place } of touched) this.#sums[place] = 0;
    return best.map((question) => ({ id: question.id, question }));
  }

  /** Adds up what is shared, rarest features first, as far as the bound allows. */
  #touch(asked: Asked, postings: readonly ReadonlySet<Kept>[], rarity: Rarity): readonly Kept[] {
    const touched: Kept[] = [];
    const countOf = (feature: number): number => postings[feature]?.size ?? 0;
    const found = [...asked.weights]
      .map(([feature, weight]) => ({ feature, gain: weight * rarity(feature) }))
      .filter(({ feature, gain }) => countOf(feature) > 0 && gain > 0)
      .sort((a, b) => countOf(a.feature) - countOf(b.feature) || b.gain - a.gain);
    let looked = 0;
    for (const { feature, gain } of found) {
      looked += countOf(feature);
      if (looked > LOOKED_AT) break;
      for (const question of postings[feature] ?? []) {
        const sum = this.#sumAt(question.place);
        if (sum === 0) touched.push(question);
        this.#sums[question.place] = sum + gain;
      }
    }
    return touched;
  }

  #sumAt(place: number): number {
    return this.#sums[place] ?? 0;
  }

  #leastOfBest(touched: readonly Kept[]): number {
    if (touched.length <= COMPARED) return 0;
    const sums = Float64Array.from(touched, ({ place }) => this.#sumAt(place)).sort();
    return sums[sums.length - COMPARED] ?? 0;
  }
}
