/**
 * Simulated time: a heap of events. After each one everything that it set going runs to its end before
 * the next moment comes, so that the order of things follows from the seed alone.
 */
interface Event {
  readonly at: number;
  readonly order: number;
  run: (() => void) | null;
  /** It may set promises going. */
  readonly settles: boolean;
}

const before = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
const loopTurns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** Where a promise is waited for, the next tick comes once there is no other that can go on: far sooner than a turn. */
const promisesSettle = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

export class Timeline {
  readonly #heap: Event[] = [];
  #order = 0;
  #now = 0;

  /** Milliseconds since the simulation began. */
  get now(): number {
    return this.#now;
  }

  /** Runs `run` after `ms`; answers how to call it off. */
  later(ms: number, run: () => void): () => void {
    return this.#schedule(ms, run, true);
  }
  /** The same for what sets no promise going: the next moment need not wait for it, which is cheaper. */
  laterAtOnce(ms: number, run: () => void): () => void {
    return this.#schedule(ms, run, false);
  }

  #schedule(ms: number, run: () => void, settles: boolean): () => void {
    const at = this.#now + Math.max(0, ms);
    const event: Event = { at, order: (this.#order += 1), run, settles };
    this.#push(event);
    return () => {
      event.run = null;
    };
  }

  /** Lets `ms` pass, calling `stepped` after each event; stops early once that answers false. */
  async pass(ms: number, stepped: () => boolean): Promise<void> {
    const end = this.#now + ms;
    await loopTurns();
    for (let next = this.#heap[0]; next && next.at <= end; next = this.#heap[0]) {
      this.#pop();
      if (!next.run) continue;
      this.#now = next.at;
      next.run();
      if (next.settles) await promisesSettle();
      if (!stepped()) return;
    }
    this.#now = end;
  }

  #push(event: Event): void {
    const heap = this.#heap;
    let index = heap.push(event) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (!above || before(above, event)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = event;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = index * 2 + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left && right && before(right, left)) child += 1;
      const below = heap[child];
      if (!below || before(last, below)) break;
      heap[index] = below;
      index = child;
    }
    heap[index] = last;
  }
}
