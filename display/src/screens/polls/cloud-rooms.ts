/**
 * Where the words of a cloud stand. A word gets a room when it comes and keeps it until it goes: it may grow inside, but
 * never moves and never touches another. The most frequent are placed first, in the middle, where rooms are largest; no
 * chance is drawn, so that the same words come to the same places.
 */
export interface Area {
  readonly width: number;
  readonly height: number;
  /** The smallest size of letters, in the same unit. */
  readonly least: number;
}

export interface Room {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The largest size of letters that the word may grow to. */
  readonly size: number;
}

interface Shelf {
  readonly top: number;
  readonly height: number;
  /** What is taken, from the middle outwards. */
  left: number;
  right: number;
  /** Rooms of words that have gone. */
  readonly free: Room[];
}

/** Heights of shelves from the middle outwards, in the smallest size of letters. */
const HEIGHTS = [3.8, 3, 3, 2.3, 2.3, 1.7, 1.7, 1.7, 1.7, 1.5, 1.5, 1.5, 1.5] as const;
/** Of a room against its letters. */
const LINE = 1.25;
/** Between words, in the smallest size of letters. */
const GAP = 0.9;
/** No word takes more of a shelf than this. */
const WIDEST = 0.45;

export class CloudRooms {
  readonly #area: Area;
  /** Width of a text in the size of its letters. */
  readonly #measure: (text: string) => number;
  /** The tallest first. */
  readonly #shelves: readonly Shelf[];
  readonly #rooms = new Map<string, { readonly room: Room; readonly shelf: Shelf }>();

  constructor(area: Area, measure: (text: string) => number) {
    this.#area = area;
    this.#measure = measure;
    this.#shelves = shelvesOf(area);
  }

  /** The rooms of `texts`, the most frequent first; what finds none has no place in the picture. */
  place(texts: readonly string[]): ReadonlyMap<string, Room> {
    const there = new Set(texts);
    for (const [text, { room, shelf }] of this.#rooms)
      if (!there.has(text)) {
        this.#rooms.delete(text);
        shelf.free.push(room);
      }
    const placed = new Map<string, Room>();
    for (const text of texts) {
      const room = this.#rooms.get(text)?.room ?? this.#give(text);
      if (room) placed.set(text, room);
    }
    return placed;
  }

  #give(text: string): Room | null {
    const wide = this.#measure(text);
    // First where its letters can be as large as the shelf allows, then wherever they can be read.
    for (const worth of [0.8, 0]) {
      for (const shelf of this.#shelves) {
        const room = this.#roomOn(shelf, wide, worth);
        if (!room) continue;
        this.#rooms.set(text, { room, shelf });
        return room;
      }
    }
    return null;
  }

  #roomOn(shelf: Shelf, wide: number, worth: number): Room | null {
    const { width, least } = this.#area;
    const full = shelf.height / LINE;
    const fits = (room: number): number => (room - GAP * least) / wide;
    const large = (size: number): boolean => size >= Math.max(least, worth * full);
    const again = shelf.free.findIndex((room) => large(Math.min(full, fits(room.width))));
    const [free] = again < 0 ? [] : shelf.free.splice(again, 1);
    if (free) return { ...free, size: Math.min(full, fits(free.width)) };

    const onLeft = shelf.left > width - shelf.right;
    const left = Math.max(shelf.left, width - shelf.right);
    const empty = shelf.left === shelf.right;
    const most = Math.min(
      empty ? width : left,
      Math.max(WIDEST * width, wide * least + GAP * least),
    );
    const size = Math.min(full, fits(most));
    if (!large(size)) return null;
    const taken = size * wide + GAP * least;
    const { top, height } = shelf;
    if (empty) {
      // A wide one in the middle would leave room for no other beside it.
      shelf.left =
        taken > width / 3 && taken <= width / 2 ? width / 2 - taken : (width - taken) / 2;
      shelf.right = shelf.left + taken;
      return { left: shelf.left, top, width: taken, height, size };
    }
    if (onLeft) {
      shelf.left -= taken;
      return { left: shelf.left, top, width: taken, height, size };
    }
    shelf.right += taken;
    return { left: shelf.right - taken, top, width: taken, height, size };
  }
}

/** Shelves that fill the height, the tallest in the middle. */
function shelvesOf({ width, height, least }: Area): Shelf[] {
  const heights: number[] = [];
  let sum = 0;
  for (const each of HEIGHTS) {
    if (sum + each * least > height && heights.length > 0) break;
    heights.push(each * least);
    sum += each * least;
  }
  const stretch = height / sum;
  const tall = heights.map((each) => each * stretch);
  const isAbove = (index: number): boolean => index % 2 === 1;
  let above = tall.reduce((all, each, index) => (isAbove(index) ? all + each : all), 0);
  let below = above;
  return tall.map((each, index) => {
    if (isAbove(index)) above -= each;
    const top = isAbove(index) ? above : below;
    if (!isAbove(index)) below += each;
    return { top, height: each, left: width / 2, right: width / 2, free: [] };
  });
}

const STEPS = 4;

/** How large the letters of a word are that `count` people wrote, in a few steps; `most` is the largest such count. */
export function letterSize(room: Room, least: number, count: number, most: number): number {
  const step = Math.ceil(STEPS * Math.sqrt(count / Math.max(1, most)) - 1e-9);
  const few = most <= 1 ? 2 : step;
  return least + (room.size - least) * (few / STEPS);
}
