/**
 * Keeps the times of a day by itself, as somebody with paper and a stopwatch in the hall would: it knows nothing of
 * clocks, entries and views. All times in seconds.
 */
interface Held {
  planned: number;
  spent: number;
  since: number | null;
}
const total = ({ spent, since }: Held, now: number): number =>
  spent + (since === null ? 0 : now - since);

export interface Spoken {
  readonly turns: number;
  readonly planned: number;
  readonly actual: number;
  readonly over: number;
}

export class Stopwatch {
  now = 0;
  readonly #items = new Map<string, Held>();
  readonly #begun = new Map<string, number>();
  #item: string | null = null;
  /** Whoever has the floor: their name, and what they have used. */
  #speaker: { who: string; turn: Held } | null = null;
  readonly #spoken = new Map<string, Spoken>();

  pass(seconds: number): void {
    this.now += seconds;
  }

  item(id: string): void {
    this.#stop(this.#items.get(this.#item ?? ''));
    const held = this.#items.get(id) ?? { planned: 0, spent: 0, since: null };
    held.since = this.now;
    this.#items.set(id, held);
    if (!this.#begun.has(id)) this.#begun.set(id, this.now);
    this.#item = id;
  }
  endDay(): void {
    this.leave();
    this.#stop(this.#items.get(this.#item ?? ''));
  }

  /** `who` has the floor, with so much time; nobody's time is written down for a citizen. */
  speak(who: string, planned: number): void {
    this.leave();
    this.#speaker = { who, turn: { planned, spent: 0, since: this.now } };
  }
  rest(): void {
    this.#stop(this.#speaker?.turn);
  }
  goOn(): void {
    if (this.#speaker) this.#speaker.turn.since ??= this.now;
  }
  /** Somebody speaks up: whoever has the floor waits, to go on with what is answered. */
  interrupted(): { who: string; turn: Held } | null {
    this.rest();
    const speaking = this.#speaker;
    this.#speaker = null;
    return speaking;
  }
  goesOn(speaking: { who: string; turn: Held } | null): void {
    this.#speaker = speaking;
    this.goOn();
  }
  allow(seconds: number): void {
    if (this.#speaker) this.#speaker.turn.planned += seconds;
  }
  /** They had begun earlier than anybody pressed. */
  begunEarlier(seconds: number): void {
    if (this.#speaker) this.#speaker.turn.spent += seconds;
  }
  leave(): void {
    if (!this.#speaker) return;
    const { who, turn } = this.#speaker;
    const actual = total(turn, this.now);
    const before = this.#spoken.get(who) ?? { turns: 0, planned: 0, actual: 0, over: 0 };
    this.#spoken.set(who, {
      turns: before.turns + 1,
      planned: before.planned + turn.planned,
      actual: before.actual + actual,
      over: before.over + Math.max(0, actual - turn.planned),
    });
    this.#speaker = null;
  }
  /** Seconds for which each item was held, and when it began. */
  items(): Record<string, { actual: number; startedAt: number }> {
    return Object.fromEntries(
      [...this.#items].map(([id, held]) => [
        id,
        { actual: total(held, this.now), startedAt: this.#begun.get(id) ?? 0 },
      ]),
    );
  }
  spoken(): Record<string, Spoken> {
    return Object.fromEntries(this.#spoken);
  }

  #stop(held: Held | undefined): void {
    if (!held) return;
    held.spent = total(held, this.now);
    held.since = null;
  }
}
