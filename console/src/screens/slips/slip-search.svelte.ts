/** A slip that is looked up by its number; of several answers only the last one asked for counts. */
import { parseSerial, serialOf } from '@wenzheng/shared/forum/slip-serial';
import type { SlipStory } from '@wenzheng/shared/forum/slips';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { Answer } from '../../hub-api';

type Read = (serial: string) => Promise<Answer<SlipStory>>;

export class SlipSearch {
  readonly #read: Read;
  #story = $state.raw<SlipStory | null>(null);
  #problem = $state('');
  #looking = $state(false);
  #asked = 0;
  /** As it stands in the field. */
  typed = $state('');

  /** `read` asks the hub; `typed` stands in the field at first. */
  constructor(read: Read, typed: string) {
    this.#read = read;
    this.typed = typed;
  }

  /** What was found before stays until there is an answer. */
  get story(): SlipStory | null {
    return this.#story;
  }
  /** Why nothing was found; empty if something was. */
  get problem(): string {
    return this.#problem;
  }
  get looking(): boolean {
    return this.#looking;
  }

  async look(): Promise<void> {
    const slip = parseSerial(this.typed);
    if (!slip) {
      this.#asked += 1;
      this.#looking = false;
      this.#problem = m.refusal_not_a_serial();
      return;
    }
    this.typed = serialOf(slip);
    await this.#find(this.typed);
  }
  /** What is shown has changed; what is typed meanwhile stays. */
  async again(): Promise<void> {
    if (this.#story) await this.#find(this.#story.serial);
  }

  async #find(serial: string): Promise<void> {
    const asked = (this.#asked += 1);
    this.#looking = true;
    const answer = await this.#read(serial);
    if (asked !== this.#asked) return;
    this.#looking = false;
    this.#story = answer.ok ? answer.value : null;
    if (answer.ok) this.#problem = '';
    else this.#problem = answer.status === 404 ? m.refusal_slips_unknown() : m.slips_find_offline();
  }
}
