/** A press that counts only when it is held: nothing happens to whoever lets go early. */

export const HOLD_MS = 1_000;
/** How long it is said that nothing happened. */
const SAY_MS = 2_500;

export type HoldState = 'idle' | 'holding' | 'released' | 'done';

export class Hold {
  readonly #onheld: () => void;
  #state = $state.raw<HoldState>('idle');
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onheld: () => void) {
    this.#onheld = onheld;
  }

  get state(): HoldState {
    return this.#state;
  }

  begin(): void {
    if (this.#state !== 'holding') this.#enter('holding', HOLD_MS, () => this.#held());
  }

  /** Before the second is over nothing happens, and the state says so for a moment. */
  end(): void {
    if (this.#state === 'holding') this.#enter('released', SAY_MS, () => this.#enter('idle'));
  }

  stop(): void {
    this.#enter('idle');
  }

  #held(): void {
    this.#enter('done', SAY_MS, () => this.#enter('idle'));
    this.#onheld();
  }

  #enter(state: HoldState, ms?: number, next?: () => void): void {
    clearTimeout(this.#timer);
    this.#state = state;
    if (next) this.#timer = setTimeout(next, ms);
  }
}
