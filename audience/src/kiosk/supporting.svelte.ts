/**
 * What one person does at the kiosk with the code of their ticket or stub: which questions they support, and
 * supporting more. Nothing of it is kept once they go.
 */
import { codeRefusalText } from '../screens/admission/code-refusals';
import type { CodeEntry } from './code-entry.svelte';
import type { KioskLive } from './live';

export class Supporting {
  readonly entry: CodeEntry;
  readonly #live: Pick<KioskLive, 'submit'>;
  #own = $state.raw<string | null>(null);
  #supports = $state.raw<readonly string[]>([]);
  /** Questions on whose support the hub has not answered yet. */
  #sending = $state.raw<readonly string[]>([]);

  constructor(live: Pick<KioskLive, 'submit'>, entry: CodeEntry) {
    this.#live = live;
    this.entry = entry;
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
    const known = await this.entry.enter(text, () => '');
    if (!known) return;
    this.#supports = known.supports;
    this.#own = known.own;
  }

  async set(question: string, on: boolean): Promise<void> {
    const { code } = this.entry;
    if (code === null || this.#sending.includes(question)) return;
    this.#sending = [...this.#sending, question];
    this.entry.problem = '';
    const ack = await this.#live.submit({ type: 'supportByCode', code, question, on });
    this.#sending = this.#sending.filter((each) => each !== question);
    if (!ack.ok) {
      this.entry.problem = codeRefusalText(ack);
      return;
    }
    const others = this.#supports.filter((each) => each !== question);
    this.#supports = on ? [...others, question] : others;
  }
}
