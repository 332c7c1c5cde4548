/**
 * What one person does at the kiosk with the code of their ticket or stub: which questions they support, and
 * supporting more. Nothing of it is kept once they go.
 */
import { readPresented } from '@wenzheng/shared/forum/admission-codes';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { codeRefusalText } from '../screens/admission/code-refusals';
import type { KioskLive } from './live';
import { askSupporter, type Supporter } from './supporter';

export class Supporting {
  readonly #live: Pick<KioskLive, 'submit'>;
  readonly #ask: (code: string) => Promise<Supporter>;
  #code = $state.raw<string | null>(null);
  #checking = $state(false);
  #problem = $state('');
  #own = $state.raw<string | null>(null);
  #supports = $state.raw<readonly string[]>([]);
  /** Questions on whose support the hub has not answered yet. */
  #sending = $state.raw<readonly string[]>([]);

  constructor(
    live: Pick<KioskLive, 'submit'>,
    forum: string,
    ask: (code: string) => Promise<Supporter> = (code) => askSupporter(forum, code),
  ) {
    this.#live = live;
    this.#ask = ask;
  }

  /** A code was found good: questions can be chosen. */
  get entered(): boolean {
    return this.#code !== null;
  }
  get checking(): boolean {
    return this.#checking;
  }
  /** Empty for none. */
  get problem(): string {
    return this.#problem;
  }
  written(): void {
    this.#problem = '';
  }
  isOwn(question: string): boolean {
    return this.#own === question;
  }
  supports(question: string): boolean {
    return this.#supports.includes(question);
  }
  isSending(question: string): boolean {
    return this.#sending.includes(question);
  }

  /** Takes what was typed, or what a hand scanner read. */
  async enter(text: string): Promise<void> {
    const presented = readPresented(text);
    this.#problem = presented ? '' : m.kiosk_support_wrong();
    if (!presented || this.#checking) return;
    this.#checking = true;
    const supporter = await this.#ask(presented.code);
    this.#checking = false;
    if (supporter.kind === 'refused') this.#problem = codeRefusalText(supporter.refusal);
    else if (supporter.kind === 'offline') this.#problem = m.kiosk_support_offline();
    else {
      this.#supports = supporter.supports;
      this.#own = supporter.own;
      this.#code = presented.code;
    }
  }

  async set(question: string, on: boolean): Promise<void> {
    const code = this.#code;
    if (code === null || this.#sending.includes(question)) return;
    this.#sending = [...this.#sending, question];
    this.#problem = '';
    const ack = await this.#live.submit({ type: 'supportByCode', code, question, on });
    this.#sending = this.#sending.filter((each) => each !== question);
    if (!ack.ok) {
      this.#problem = codeRefusalText(ack);
      return;
    }
    const others = this.#supports.filter((each) => each !== question);
    this.#supports = on ? [...others, question] : others;
  }
}
