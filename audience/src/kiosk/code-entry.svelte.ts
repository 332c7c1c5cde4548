/** The code of a ticket or stub that somebody types here or has scanned; found good, it stays for their visit. */
import { readPresented, type PresentedCode } from '@wenzheng/shared/forum/admission-codes';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { codeRefusalText } from '../screens/admission/code-refusals';
import { askSupporter, type Supporter } from './supporter';

export type Known = Extract<Supporter, { kind: 'known' }>;

export class CodeEntry {
  readonly #ask: (code: string) => Promise<Supporter>;
  #code = $state.raw<string | null>(null);
  #checking = $state(false);
  /** What is wrong with it, or with what was done with it; empty for nothing. */
  problem = $state('');

  constructor(forum: string, ask = (code: string) => askSupporter(forum, code)) {
    this.#ask = ask;
  }

  /** Null until one was found good. */
  get code(): string | null {
    return this.#code;
  }
  get checking(): boolean {
    return this.#checking;
  }

  /** Takes what was typed or read; `unfit` says of a code why it will not do, without asking the hub. */
  async enter(text: string, unfit: (code: PresentedCode) => string): Promise<Known | null> {
    const presented = readPresented(text);
    this.problem = presented ? unfit(presented) : m.kiosk_support_wrong();
    if (!presented || this.problem !== '' || this.#checking) return null;
    this.#checking = true;
    const supporter = await this.#ask(presented.code);
    this.#checking = false;
    if (supporter.kind === 'refused') this.problem = codeRefusalText(supporter.refusal);
    else if (supporter.kind === 'offline') this.problem = m.kiosk_support_offline();
    if (supporter.kind !== 'known') return null;
    this.#code = presented.code;
    return supporter;
  }
}
