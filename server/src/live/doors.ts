/**
 * Thousands of phones that all come at once, after a restart or when a code is on the big screen, are let in one by
 * one. Whoever leads the forum, and its screens, stand in the same queue of the kernel, of which libuv takes one in
 * each turn of the loop: so most turns do nothing but take the next from there, and who is no phone is soon found.
 */
export class Doors {
  readonly #soon: (run: () => void) => void;
  readonly #waiting: (() => void)[] = [];
  #turns = 0;

  /** `soon` runs something in the next turn of the loop. */
  constructor(soon: (run: () => void) => void) {
    this.#soon = soon;
  }

  /** Runs `enter` when it is its turn, in the order of calls. */
  pass(enter: () => void): void {
    if (this.#waiting.push(enter) === 1) this.#soon(this.#turn);
  }

  readonly #turn = (): void => {
    this.#turns += 1;
    const enter = this.#turns % TURNS_EACH === 0 ? this.#waiting.shift() : undefined;
    if (this.#waiting.length > 0) this.#soon(this.#turn);
    enter?.();
  };
}

/** A turn that lets nobody in takes a tenth of one that does, or next to nothing if nobody comes. */
const TURNS_EACH = 8;
