/**
 * Where this device stands in the statements, one at a time. An answer shows at once and falls back by itself
 * when it is refused; the next statement comes a moment later, and a tap meant for the last one never
 * answers it.
 */
import type { Answer } from '@wenzheng/shared/forum/choices';
import type { ListedStatement } from '@wenzheng/shared/forum/opinions';
import type { OutboxStorage } from '@wenzheng/shared/live/outbox';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { randomBytes } from '@wenzheng/shared/time/system';
import { answerName } from '@wenzheng/shared/ui/names';
import { refusalText } from '../../shell/refusals';
import type { Live } from '../../shell/live';
import type { Notices } from '../../shell/notices.svelte';
import { extendOrder, nextOpen } from './order';

export type Statements = Readonly<Record<string, ListedStatement>>;

/** How long an answer is seen before the next statement comes. */
const SEEN_MS = 700;
/** A tap so soon after a statement has come up was meant for what stood there before. */
const REST_MS = 350;
const SEED_KEY = 'wz.seed';

export class Opinions {
  readonly #live: Live;
  readonly #notices: Notices;
  readonly #seed: string;
  #order = $state.raw<readonly string[]>([]);
  /** The statement shown; null before the first and after the last. */
  #shown = $state.raw<string | null>(null);
  #begun = false;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #turning: ReturnType<typeof setTimeout> | undefined;

  constructor(live: Live, storage: OutboxStorage, notices: Notices) {
    this.#live = live;
    this.#notices = notices;
    this.#seed = seedOf(storage);
  }

  get order(): readonly string[] {
    return this.#order;
  }
  get shown(): string | null {
    return this.#shown;
  }
  /** How many of the statements have an answer of this device. */
  get answered(): number {
    return this.#order.filter((id) => this.answerTo(id) !== null).length;
  }

  answerTo(statement: string): Answer | null {
    let answer: Answer | null = this.#live.mine?.answers[statement] ?? null;
    for (const command of this.#live.sending)
      if (command.type === 'answerStatement' && command.statement === statement)
        answer = command.answer;
    return answer;
  }

  /** Takes up what came in or was taken off. Call in an effect. */
  follow(statements: Statements): void {
    const ids = Object.keys(statements);
    const kept = this.#order.filter((id) => id in statements);
    const order = kept.length === this.#order.length ? this.#order : kept;
    this.#order = extendOrder(order, ids, this.#seed);
    // Where to begin is known once the hub has said what was answered before.
    const lost = this.#shown !== null && !(this.#shown in statements);
    if (lost || (!this.#begun && this.#live.mine && ids.length > 0)) this.resume();
  }

  /** Shows the first statement without an answer. */
  resume(): void {
    this.#begun = true;
    this.#turn(null);
  }

  async answer(statement: string, answer: Answer): Promise<void> {
    if (this.#resting !== undefined) return;
    clearTimeout(this.#turning);
    this.#turning = setTimeout(() => this.#turn(this.#shown), SEEN_MS);
    if (this.answerTo(statement) === answer) return;
    const ack = await this.#live.submit({ type: 'answerStatement', statement, answer });
    if (ack.ok) this.#notices.whisper(m.audience_opinion_taken({ answer: answerName(answer) }));
    else this.#notices.say(m.audience_opinion_not_taken({ reason: refusalText(ack) }));
  }

  /** True when there is a statement before or after the one shown; after the last one lies the end. */
  canStep(by: 1 | -1): boolean {
    return by === 1 ? this.#shown !== null : this.#place() > 0;
  }
  step(by: 1 | -1): void {
    this.#show(this.#order[this.#place() + by] ?? null);
  }

  readonly #isOpen = (id: string): boolean => this.answerTo(id) === null;

  #place(): number {
    return this.#shown === null ? this.#order.length : this.#order.indexOf(this.#shown);
  }
  /** Shows the next statement without an answer after `from`. */
  #turn(from: string | null): void {
    this.#show(nextOpen(this.#order, from, this.#isOpen));
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => (this.#resting = undefined), REST_MS);
  }
  #show(statement: string | null): void {
    clearTimeout(this.#turning);
    this.#shown = statement;
  }
}

function seedOf(storage: OutboxStorage): string {
  const kept = storage.get(SEED_KEY);
  if (kept) return kept;
  const seed = [...randomBytes(6)].map((byte) => byte.toString(36)).join('');
  storage.set(SEED_KEY, seed);
  return seed;
}
