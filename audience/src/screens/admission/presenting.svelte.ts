/** Shows the hub the code that this phone came by, or that is typed: of the big screen, or of a ticket. */
import type { MyAdmission } from '@wenzheng/shared/forum/admission';
import { readPresented } from '@wenzheng/shared/forum/admission-codes';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { Live } from '../../shell/live';
import type { Notices } from '../../shell/notices.svelte';
import { codeRefusalText } from './code-refusals';

export class Presenting {
  readonly #live: Pick<Live, 'mine' | 'submit'>;
  readonly #notices: Pick<Notices, 'say'>;
  #scanned: string | null;
  #checking = $state(false);
  #problem = $state('');

  constructor(
    live: Pick<Live, 'mine' | 'submit'>,
    notices: Pick<Notices, 'say'>,
    scanned: string | null,
  ) {
    this.#live = live;
    this.#notices = notices;
    this.#scanned = scanned;
  }

  /** Null before the hub has told. */
  get admission(): MyAdmission | null {
    return this.#live.mine?.admission ?? null;
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

  /** Presents what this phone came by, once it is known where it stands. Call in an effect. */
  follow(): void {
    const { admission } = this;
    const presented = this.#scanned === null ? null : readPresented(this.#scanned);
    if (admission === null) return;
    this.#scanned = null;
    if (presented === null || (presented.kind === 'short' && admission.by !== 'link')) return;
    void this.#present(presented.code).then((problem) => {
      if (problem !== null) this.#notices.say(problem);
    });
  }

  /** Presents what was typed; false if it was not taken, and then `problem` says why. */
  async type(text: string): Promise<boolean> {
    const presented = readPresented(text);
    this.#problem = presented ? '' : m.admission_code_wrong();
    if (!presented || this.#checking) return false;
    this.#checking = true;
    this.#problem = (await this.#present(presented.code)) ?? '';
    this.#checking = false;
    return this.#problem === '';
  }

  /** What is wrong with it; null if nothing is. */
  async #present(code: string): Promise<string | null> {
    const scanned = !this.#checking;
    const ack = await this.#live.submit({ type: 'presentCode', code });
    if (!ack.ok) {
      const over = scanned && ack.code === 'admission.code_over';
      return over ? m.admission_over_scanned() : codeRefusalText(ack);
    }
    const ticket = readPresented(code)?.kind === 'ticket';
    this.#notices.say(ticket ? m.admission_done_ticket() : m.admission_done_screen());
    return null;
  }
}
