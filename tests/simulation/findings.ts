/** What went wrong first, and what had happened until then. */
const KEPT = 60;

export class Findings {
  readonly #seed: number;
  readonly #now: () => number;
  readonly #history: { readonly at: number; readonly what: string }[] = [];
  #first: string | null = null;

  constructor(seed: number, now: () => number) {
    this.#seed = seed;
    this.#now = now;
  }

  get failed(): boolean {
    return this.#first !== null;
  }

  /** Adds a line to the history. */
  note(what: string): void {
    this.#history.push({ at: this.#now(), what });
    if (this.#history.length > KEPT) this.#history.shift();
  }

  /** Records that a rule does not hold; the simulation ends. */
  fail(rule: string): void {
    this.#first ??= [
      `seed ${this.#seed}: ${rule}`,
      ...this.#history.map(({ at, what }) => `${at.toFixed(0).padStart(8)} ms  ${what}`),
      `again: npm run simulate -- --from ${this.#seed} --seeds 1`,
    ].join('\n');
  }
  check(holds: boolean, rule: () => string): void {
    if (!holds) this.fail(rule());
  }

  /** Throws what was found, if anything was. */
  raise(): void {
    if (this.#first !== null) throw new Error(this.#first);
  }
}
