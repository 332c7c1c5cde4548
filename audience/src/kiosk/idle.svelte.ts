/** Whether somebody still stands at the kiosk: without a touch for a minute, everything is cleared. */

/** Without a touch for so long, what was typed goes. */
export const CLEARS_AFTER_MS = 60_000;
/** From here on the seconds that are left are shown. */
export const WARNS_BEFORE_MS = 15_000;

export class Idle {
  readonly #local: () => number;
  readonly #clear: () => void;
  #touched: number;
  #left = $state.raw<number | null>(null);

  /** `local`: monotonic milliseconds. `clear` is called once for each minute without a touch. */
  constructor(local: () => number, clear: () => void) {
    this.#local = local;
    this.#clear = clear;
    this.#touched = local();
  }

  /** Seconds until everything is cleared, once they are to be shown; null before. */
  get left(): number | null {
    return this.#left;
  }

  /** Somebody is here. */
  touch(): void {
    this.#touched = this.#local();
    this.#left = null;
  }

  /** Call several times a second while there is something to clear. */
  look(): void {
    const rest = CLEARS_AFTER_MS - (this.#local() - this.#touched);
    if (rest <= 0) {
      this.touch();
      this.#clear();
    } else this.#left = rest <= WARNS_BEFORE_MS ? Math.ceil(rest / 1_000) : null;
  }
}
