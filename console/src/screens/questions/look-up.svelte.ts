/** What the hub finds in its queue beyond what this screen holds of it. */
import { queueFound, type QueueFound, type QueueWish } from '@wenzheng/shared/forum/picking';
import { call } from '../../hub-api';

const NOTHING: QueueFound = { questions: [], more: false };

export class LookUp {
  readonly #forum: string;
  #found = $state.raw(NOTHING);
  #state = $state<'still' | 'looking' | 'failed'>('still');
  #asked = 0;

  constructor(forum: string) {
    this.#forum = forum;
  }

  get found(): QueueFound {
    return this.#found;
  }
  get state(): 'still' | 'looking' | 'failed' {
    return this.#state;
  }

  forget(): void {
    this.#asked += 1;
    this.#found = NOTHING;
    this.#state = 'still';
  }

  /** What was found before stays until there is an answer; of several only the last counts. */
  async ask(wish: QueueWish): Promise<void> {
    const asked = (this.#asked += 1);
    this.#state = 'looking';
    const query = Object.entries(wish)
      .flatMap(([name, value]) => (value === null ? [] : `${name}=${encodeURIComponent(value)}`))
      .join('&');
    const address = `/api/forums/${encodeURIComponent(this.#forum)}/queue`;
    const answer = await call('GET', `${address}?${query}`, null, queueFound);
    if (asked !== this.#asked) return;
    this.#state = answer.ok ? 'still' : 'failed';
    if (answer.ok) this.#found = answer.value;
  }
}
