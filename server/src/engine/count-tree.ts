/**
 * How many things stand at each whole number from 0 on, and how many below any of them, in steps that grow
 * with the logarithm of the largest number (P. M. Fenwick, A New Data Structure for Cumulative Frequency
 * Tables, 1994).
 */
export class CountTree {
  /** At each number. */
  #counts: number[] = [];
  /** Sums of runs of numbers; from 1. */
  #sums: number[] = [0];
  #total = 0;

  get total(): number {
    return this.#total;
  }

  add(at: number, by: number): void {
    if (at >= this.#counts.length) this.#grow(at);
    this.#counts[at] = (this.#counts[at] ?? 0) + by;
    this.#total += by;
    for (let place = at + 1; place < this.#sums.length; place += place & -place)
      this.#sums[place] = (this.#sums[place] ?? 0) + by;
  }

  /** How many stand below `end`. */
  below(end: number): number {
    let sum = 0;
    for (let place = Math.min(end, this.#counts.length); place > 0; place -= place & -place)
      sum += this.#sums[place] ?? 0;
    return sum;
  }

  /** The number at which the one stands that has `ahead` before it; null if there are not so many. */
  find(ahead: number): number | null {
    if (ahead < 0 || ahead >= this.#total) return null;
    let place = 0;
    let left = ahead;
    for (let step = this.#counts.length; step > 0; step >>= 1) {
      const sum = this.#sums[place + step];
      if (sum === undefined || sum > left) continue;
      place += step;
      left -= sum;
    }
    return place;
  }

  /** Until there is a place for `at`; always to a power of two, so that `find` can go by halves. */
  #grow(at: number): void {
    let length = Math.max(64, this.#counts.length);
    while (length <= at) length *= 2;
    const counts = Array.from({ length }, (_, each) => this.#counts[each] ?? 0);
    const sums = [0, ...counts];
    for (let place = 1; place <= length; place += 1) {
      const wider = place + (place & -place);
      if (wider <= length) sums[wider] = (sums[wider] ?? 0) + (sums[place] ?? 0);
    }
    this.#counts = counts;
    this.#sums = sums;
  }
}
