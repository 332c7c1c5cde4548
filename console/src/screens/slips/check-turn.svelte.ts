/** Which entry is compared with the paper: one that is shown stays until it is checked, passed over or taken away. */
export class CheckTurn {
  readonly #waiting: () => readonly string[];
  #shown = $state<string | null>(null);
  /** Passed over for now. */
  #skipped = $state.raw<readonly string[]>([]);

  /** `waiting` are the questions to be checked, in the order of their slips. */
  constructor(waiting: () => readonly string[]) {
    this.#waiting = waiting;
  }

  get current(): string | null {
    const waiting = this.#waiting();
    if (this.#shown !== null && waiting.includes(this.#shown)) return this.#shown;
    return waiting.find((id) => !this.#skipped.includes(id)) ?? waiting[0] ?? null;
  }

  /** Keeps what is shown now. Answers what has just come in the place of another that left; null if nothing has. */
  keep(): string | null {
    const { current } = this;
    const came = this.#shown !== null && current !== this.#shown ? current : null;
    this.#shown = current;
    return came;
  }

  /** Passes over what is shown; once all were, they come again. */
  skip(): void {
    const { current } = this;
    if (current === null) return;
    const skipped = [...this.#skipped.filter((id) => id !== current), current];
    this.#skipped = this.#waiting().every((id) => skipped.includes(id)) ? [current] : skipped;
    this.#shown = null;
  }
}
