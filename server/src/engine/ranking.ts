/** A sorted list of what is ranked; a change costs a binary search and one move of memory. */
export class Ranking<Place extends { readonly id: string }> {
  readonly #compare: (a: Place, b: Place) => number;
  #order: Place[] = [];
  readonly #places = new Map<string, Place>();

  /** `compare` must tell any two places of different ids apart. */
  constructor(compare: (a: Place, b: Place) => number) {
    this.#compare = compare;
  }
  get size(): number {
    return this.#order.length;
  }
  top(count: number): readonly string[] {
    return this.#order.slice(0, count).map(({ id }) => id);
  }
  get all(): readonly Place[] {
    return this.#order;
  }
  /** For a start from nothing: all at once, sorted once. */
  fill(places: readonly Place[]): void {
    this.#order = [...places].sort(this.#compare);
    for (const place of places) this.#places.set(place.id, place);
  }
  set(place: Place, member: boolean): void {
    const before = this.#places.get(place.id);
    if (before) {
      if (member && this.#compare(before, place) === 0) return;
      this.#order.splice(this.#find(before), 1);
      this.#places.delete(place.id);
    }
    if (!member) return;
    this.#order.splice(this.#find(place), 0, place);
    this.#places.set(place.id, place);
  }
  #find(place: Place): number {
    let low = 0;
    let high = this.#order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#order[middle];
      if (other && this.#compare(other, place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
