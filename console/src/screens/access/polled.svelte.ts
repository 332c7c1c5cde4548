/** What the hub answers to one question, asked again and again. */
import type { Answer } from '../../hub-api';

export class Polled<T> {
  readonly #ask: () => Promise<Answer<T>>;
  /** Null until the hub has answered for the first time. */
  #value = $state.raw<T | null>(null);
  #reachable = $state(true);
  /** Of the newest reading: an older one that is late must not undo what was done since. */
  #reading = 0;

  constructor(ask: () => Promise<Answer<T>>) {
    this.#ask = ask;
  }

  get value(): T | null {
    return this.#value;
  }
  get reachable(): boolean {
    return this.#reachable;
  }

  async read(): Promise<void> {
    const reading = (this.#reading += 1);
    const answer = await this.#ask();
    if (reading !== this.#reading) return;
    this.#reachable = answer.ok;
    if (answer.ok) this.#value = answer.value;
  }
}
