/**
 * Sorted lists of what is ranked, in blocks, so that a change costs a binary search and moves no more than
 * one block, however long the list. Its first places are a window: which ids came in or went out is told.
 */
import type { Changes } from './store';

const BLOCK = 512;

export interface Ranked {
  readonly id: string;
}
/** The first places of a ranking. */
export interface Window {
  readonly shown: number;
  /** Is given every id that may have come into the window or gone out; null if nobody asks. */
  readonly moved: Set<string> | null;
}

/** An order of places that whoever keeps it has by their ids: several orders may be of the same places. */
export class Order<Place extends Ranked> {
  readonly compare: (a: Place, b: Place) => number;
  readonly #window: Window;
  /** None is empty. */
  #blocks: Place[][] = [];
  #size = 0;

  /** `compare` must tell any two places of different ids apart. */
  constructor(compare: (a: Place, b: Place) => number, window: Window) {
    this.compare = compare;
    this.#window = window;
  }
  get size(): number {
    return this.#size;
  }
  /** The ids of the first `count` places. */
  top(count: number): readonly string[] {
    return this.#slice(0, count);
  }
  /** The ids of `count` places from place `start` on; after the last comes the first again, none twice. */
  around(start: number, count: number): readonly string[] {
    const onward = this.#slice(start, count);
    return [...onward, ...this.#slice(0, Math.min(start, count - onward.length))];
  }
  /** The ids in the window. */
  shown(): readonly string[] {
    return this.top(this.#window.shown);
  }
  get all(): readonly Place[] {
    return this.#blocks.flat();
  }
  /** Whether `place`, which is in the order, stands in the window. */
  shows(place: Place): boolean {
    return this.#isBefore(place, this.#at(this.#window.shown));
  }
  /** For a start from nothing: all at once, sorted once; soonest if they are sorted already. */
  fill(places: readonly Place[]): void {
    const sorted = [...places].sort(this.compare);
    this.#blocks = [];
    for (let from = 0; from < sorted.length; from += BLOCK / 2)
      this.#blocks.push(sorted.slice(from, from + BLOCK / 2));
    this.#size = sorted.length;
  }

  /** Puts `after` in the place of `before`, of the same id; undefined: it was not in the order, or is not any more. */
  change(before: Place | undefined, after: Place | undefined): void {
    if (before && after && this.compare(before, after) === 0) return;
    if (before) this.#remove(before);
    if (after) this.#insert(after);
  }

  #slice(start: number, count: number): string[] {
    const ids: string[] = [];
    let skip = start;
    for (const block of this.#blocks) {
      if (ids.length >= count) break;
      for (const { id } of block.slice(skip, skip + count - ids.length)) ids.push(id);
      skip = Math.max(0, skip - block.length);
    }
    return ids;
  }

  #remove(place: Place): void {
    const next = this.#at(this.#window.shown);
    if (this.#isBefore(place, next)) this.#noteMoved(place, next);
    const index = this.#blockOf(place);
    const block = this.#blocks[index] ?? [];
    const [removed] = block.splice(this.#placeIn(block, place), 1);
    if (removed?.id !== place.id) throw new Error(`${place.id} is not in the order`);
    if (block.length === 0) this.#blocks.splice(index, 1);
    this.#size -= 1;
  }

  #insert(place: Place): void {
    const last = this.#at(this.#window.shown - 1);
    if (this.#isBefore(place, last)) this.#noteMoved(place, last);
    const index = Math.min(this.#blockOf(place), this.#blocks.length - 1);
    const block = this.#blocks[index];
    if (!block) this.#blocks.push([place]);
    else {
      block.splice(this.#placeIn(block, place), 0, place);
      if (block.length > BLOCK) this.#blocks.splice(index + 1, 0, block.splice(BLOCK / 2));
    }
    this.#size += 1;
  }

  #noteMoved(place: Place, other: Place | undefined): void {
    this.#window.moved?.add(place.id);
    if (other) this.#window.moved?.add(other.id);
  }
  /** With no `other` there is nothing that it would have to be before. */
  #isBefore(place: Place, other: Place | undefined): boolean {
    return other === undefined || this.compare(place, other) < 0;
  }
  /** Meant for places near the front: it steps from block to block. */
  #at(index: number): Place | undefined {
    let left = index;
    for (const block of this.#blocks) {
      if (left < block.length) return block[left];
      left -= block.length;
    }
    return undefined;
  }
  /** The first block whose last place is not before `place`; as many as there are if there is none. */
  #blockOf(place: Place): number {
    return firstThat(this.#blocks.length, (index) => {
      const last = this.#blocks[index]?.at(-1);
      return last !== undefined && this.compare(last, place) >= 0;
    });
  }
  #placeIn(block: readonly Place[], place: Place): number {
    return firstThat(block.length, (index) => {
      const other = block[index];
      return other !== undefined && this.compare(other, place) >= 0;
    });
  }
}

/** An order that has its places by their ids itself. */
export class Ranking<Place extends Ranked> {
  readonly #order: Order<Place>;
  #places = new Map<string, Place>();

  /** `compare` must tell any two places of different ids apart. */
  constructor(compare: (a: Place, b: Place) => number, window: Window) {
    this.#order = new Order(compare, window);
  }
  get size(): number {
    return this.#places.size;
  }
  /** The ids of the first `count` places. */
  top(count: number): readonly string[] {
    return this.#order.top(count);
  }
  /** The ids in the window. */
  shown(): readonly string[] {
    return this.#order.shown();
  }
  get all(): readonly Place[] {
    return this.#order.all;
  }
  /** Whether `id` stands in the window. */
  shows(id: string): boolean {
    const place = this.#places.get(id);
    return place !== undefined && this.#order.shows(place);
  }
  /** For a start from nothing: all at once, sorted once. */
  fill(places: readonly Place[]): void {
    this.#order.fill(places);
    this.#places = new Map();
    for (const place of places) this.#places.set(place.id, place);
  }
  set(place: Place, member: boolean): void {
    this.#order.change(this.#places.get(place.id), member ? place : undefined);
    if (member) this.#places.set(place.id, place);
    else this.#places.delete(place.id);
  }
}

/** The first of `count` numbers that `holds`, if it holds for all that follow one for which it does. */
function firstThat(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Empties the sets and answers what was in them, in the form of changes of tables. */
export function takeMoved(windows: Readonly<Record<string, Set<string>>>): Changes {
  const moved = new Map<string, ReadonlyMap<string, undefined>>();
  for (const [name, ids] of Object.entries(windows)) {
    if (ids.size === 0) continue;
    moved.set(name, new Map([...ids].map((id) => [id, undefined])));
    ids.clear();
  }
  return moved;
}
