/** The link of this display, made anew while the hub has no forum for it: what is on the wall stays there. */
import type { DisplayRole } from '@wenzheng/shared/forum/layouts';
import { answerMeasure } from '@wenzheng/shared/live/answer-measure';
import { LiveForum } from '@wenzheng/shared/live/forum.svelte';
import type { Transport } from '@wenzheng/shared/live/forum-link';
import { isKeptAwake } from '@wenzheng/shared/live/keep-awake';
import { pageTransport } from '@wenzheng/shared/live/page-transport';
import { ownId } from './own-id';
import type { Settings } from './settings';

const ASK_AGAIN_MS = 5_000;

export class Session<R extends DisplayRole> {
  /** By which the hub knows this display. */
  readonly display: string;
  readonly #forum: string | null;
  #transport: Transport | null = null;
  #live: LiveForum<R>;

  constructor(settings: Settings) {
    this.#forum = settings.forum;
    this.display = ownId(settings);
    this.#live = $state.raw(this.#connect());
  }

  get live(): LiveForum<R> {
    return this.#live;
  }

  /** Tells the hub, now and whenever it is reached again, which films and slides this display could show at once. */
  holds(media: readonly string[]): void {
    if (this.#live.status === 'live') this.#transport?.emit('holds', media);
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

  #connect(): LiveForum<R> {
    const transport = pageTransport('display');
    answerMeasure(transport, isKeptAwake);
    this.#transport = transport;
    const who = { client: 'display', display: this.display } as const;
    return new LiveForum<R>({ ...who, forum: this.#forum, first: null, transport });
  }
}
