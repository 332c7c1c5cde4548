/** Chance from a seed: the same seed, the same throws. The generator is sfc32 (Chris Doty-Humphrey, PractRand). */
export class Dice {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number) {
    this.#a = seed | 0;
    this.#b = Math.imul(seed, 0x9e3779b9) | 0;
    this.#c = 0x243f6a88;
    for (let round = 0; round < 12; round += 1) this.#bits();
  }

  #bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** 0 ≤ x < 1. */
  next(): number {
    return this.#bits() / 2 ** 32;
  }
  /** A whole number, 0 ≤ n < `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }
  chance(probability: number): boolean {
    return this.next() < probability;
  }
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.#bits() & 255);
  }
  /** Time until something happens that happens every `mean` milliseconds on average. */
  gap(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }
  /** Dice of their own, so that throwing them more often changes nothing elsewhere. */
  fork(): Dice {
    return new Dice(this.#bits());
  }
}
