/** The link of this display, made anew while the hub has no forum for it: what is on the wall stays there. */
import { LiveForum } from '@wenzheng/shared/live/forum.svelte';

const ASK_AGAIN_MS = 5_000;

export class Session {
  readonly #forum: string | null;
  #live: LiveForum<'display'>;

  constructor(forum: string | null) {
    this.#forum = forum;
    this.#live = $state.raw(this.#connect());
  }

  get live(): LiveForum<'display'> {
    return this.#live;
  }

  /** Asks the hub again after a while if it has refused; answers how to call that off. */
  askAgainIfRefused(): (() => void) | undefined {
    const { status, refusal } = this.#live;
    if (status !== 'refused') return undefined;
    const timer = setTimeout(() => {
      // Only a forum that is not there yet can be waited for; anything else needs a newer page.
      if (refusal?.code === 'no_forum') this.#live = this.#connect();
      else location.reload();
    }, ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }

  #connect(): LiveForum<'display'> {
    return new LiveForum<'display'>({ client: 'display', forum: this.#forum, first: null });
  }
}
