/** Where this kiosk stands, as its link said. */
import { m } from '@wenzheng/shared/paraglide/messages.js';

const NAMES: Readonly<Record<string, () => string>> = {
  question: m.zone_question,
  interaction: m.zone_interaction,
  rest: m.zone_rest,
};

export class KioskZone {
  #zone = $state('');

  /** Its name in the language that is set; empty if it stands in none. */
  get name(): string {
    return NAMES[this.#zone]?.() ?? '';
  }

  /** Asks the hub. Without a network the name is left out; the hub knows where questions come from all the same. */
  async ask(): Promise<void> {
    try {
      const answer = await fetch('/api/session', { cache: 'no-store' });
      const session: unknown = await answer.json();
      if (typeof session !== 'object' || session === null || !('zone' in session)) return;
      this.#zone = typeof session.zone === 'string' ? session.zone : '';
    } catch {
      this.#zone = '';
    }
  }
}
