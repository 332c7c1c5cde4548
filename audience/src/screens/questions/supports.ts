/**
 * What this device supports: as the hub knows it, with what is still on its way laid over it, so that a
 * press shows at once and falls back by itself when it is refused.
 */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { refusalText } from '../../shell/refusals';
import type { QuestionState } from '@wenzheng/shared/forum/questions';
import type { Live } from '../../shell/live';
import type { Notices } from '../../shell/notices.svelte';

const OPEN: readonly QuestionState[] = ['screened', 'queued', 'on_floor'];

/** Support counts until a question has come to its end. */
export const canSupport = (state: QuestionState): boolean => OPEN.includes(state);

export class Supports {
  readonly #live: Live;
  readonly #notices: Notices;

  constructor(live: Live, notices: Notices) {
    this.#live = live;
    this.#notices = notices;
  }

  has(question: string): boolean {
    const same = [question, ...(this.#live.view?.collections.questions[question]?.with ?? [])];
    let on = same.some((each) => this.#live.mine?.supports.includes(each) ?? false);
    for (const command of this.#live.sending)
      if (command.type === 'supportQuestion' && same.includes(command.question)) on = command.on;
    return on;
  }

  /** Whether this device has asked it. */
  isOwn(question: string): boolean {
    return this.#live.mine?.questions.some(({ id }) => id === question) ?? false;
  }

  /** Turns the support for a question around from what is shown, and says what became of it. */
  async press(question: string, number: number): Promise<void> {
    const on = !this.has(question);
    const ack = await this.#live.submit({ type: 'supportQuestion', question, on });
    if (!ack.ok) this.#notices.say(m.audience_not_supported({ number, reason: refusalText(ack) }));
    else if (on) this.#notices.whisper(m.audience_supported_note({ number }));
    else this.#notices.whisper(m.audience_withdrawn_note({ number }));
  }
}
