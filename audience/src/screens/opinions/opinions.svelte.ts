/**
 * Where this device stands in the statements, one at a time. An answer shows at once and falls back by itself
 * when it is refused; the next statement comes a moment later, and a tap meant for the last one never
 * answers it.
 */
import type { Answer } from '@wenzheng/shared/forum/choices';
import type { ListedStatement } from '@wenzheng/shared/forum/opinions';
import type { StatementPriorities } from '@wenzheng/shared/forum/opinion-map';
import type { OutboxStorage } from '@wenzheng/shared/live/outbox';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { randomBytes } from '@wenzheng/shared/time/system';
import { answerName } from '@wenzheng/shared/ui/names';
import { refusalText } from '../../shell/refusals';
import type { Live } from '../../shell/live';
import type { Notices } from '../../shell/notices.svelte';
import { drawnBy, drawOrder, extendOrder, nextOpen } from './order';

export type Statements = Readonly<Record<string, ListedStatement>>;
export type OwnAnswers = Readonly<Record<string, Answer | null>>;

/** What the hub says of the statements. */
export interface Offered {
  readonly statements: Statements;
  readonly priorities: StatementPriorities;
  readonly isClosed: boolean;
}

/** How long an answer is seen before the next statement comes. */
const SEEN_MS = 700;
/** A tap so soon after a statement has come up was meant for what stood there before. */
const REST_MS = 350;
const SEED_KEY = 'wz.seed';
/**
 * Of a statement of which the hub has not said yet how much its answers are missing. It tells so only every half a
 * minute; until then few have seen what is new, and it comes as soon as what is missed most.
 */
const UNHEARD = 99;

export class Opinions {
  readonly #live: Live;
  readonly #notices: Notices;
  readonly #seed: string;
  #order = $state.raw<readonly string[]>([]);
  /** The statement shown; null before the first and after the last. */
  #shown = $state.raw<string | null>(null);
  #begun = false;
  #offered: Offered = { statements: {}, priorities: {}, isClosed: false };
  /** What has been shown keeps its place in the order. */
  #passed: readonly string[] = [];
  #isClosed = $state(false);
  /** The hub forgets whose answers are whose when the forum closes; the page still knows its own. */
  #known = $state.raw<OwnAnswers>({});
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
    const { answers } = this;
    return this.#order.filter((id) => answers[id]).length;
  }
  /** Of this device, those on their way to the hub included. */
  get answers(): OwnAnswers {
    const { mine, sending } = this.#live;
    const sent = sending.flatMap((command) =>
      command.type === 'answerStatement' ? [[command.statement, command.answer] as const] : [],
    );
    const taken = mine?.answers ?? {};
    return {
      ...(this.#isClosed && isEmpty(taken) ? this.#known : taken),
      ...Object.fromEntries(sent),
    };
  }

  answerTo(statement: string): Answer | null {
    return this.answers[statement] ?? null;
  }

  /** Takes up what came in or was taken off. Call in an effect. */
  follow(offered: Offered): void {
    this.#offered = offered;
    const { statements, isClosed } = offered;
    this.#isClosed = isClosed;
    const taken = this.#live.mine?.answers ?? {};
    if (!isEmpty(taken)) this.#known = taken;
    const ids = Object.keys(statements);
    this.#order = extendOrder(this.#order, ids);
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
    if (by === 1) this.#draw();
    this.#show(this.#order[this.#place() + by] ?? null);
  }

  readonly #isOpen = (id: string): boolean => this.answerTo(id) === null;

  #place(): number {
    return this.#shown === null ? this.#order.length : this.#order.indexOf(this.#shown);
  }
  /** What was not shown yet comes in the order in which answers are missing now. */
  #draw(): void {
    const { statements, priorities } = this.#offered;
    const { answers } = this;
    const weightOf = (id: string): number => priorities[statements[id]?.number ?? ''] ?? UNHEARD;
    this.#order = drawOrder(
      this.#order,
      (id) => this.#passed.includes(id) || Boolean(answers[id]),
      drawnBy(this.#seed, weightOf),
    );
  }
  /** Shows the next statement without an answer after `from`. */
  #turn(from: string | null): void {
    this.#draw();
    this.#show(nextOpen(this.#order, from, this.#isOpen));
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => (this.#resting = undefined), REST_MS);
  }
  #show(statement: string | null): void {
    clearTimeout(this.#turning);
    this.#shown = statement;
    if (statement !== null && !this.#passed.includes(statement))
      this.#passed = [...this.#passed, statement];
  }
}

const isEmpty = (answers: OwnAnswers): boolean => Object.keys(answers).length === 0;

function seedOf(storage: OutboxStorage): string {
  const kept = storage.get(SEED_KEY);
  if (kept) return kept;
  const seed = [...randomBytes(6)].map((byte) => byte.toString(36)).join('');
  storage.set(SEED_KEY, seed);
  return seed;
}
