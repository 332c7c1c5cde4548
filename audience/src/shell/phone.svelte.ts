/** What the page keeps when another forum goes live: where the reader is, and what was done in each forum. */
import type { Orphan } from '@wenzheng/shared/live/forum-link';
import type { OutboxStorage } from '@wenzheng/shared/live/outbox';
import type { Live } from './live';
import { loadLater, type Later } from './load-later';
import { Notices } from './notices.svelte';
import { Places } from './place.svelte';

type Activity = InstanceType<Later['Activity']>;

export class Phone {
  readonly places = new Places();
  readonly notices = new Notices();
  readonly #live: Live;
  readonly #storage: OutboxStorage;
  readonly #activities: Record<string, Activity> = {};
  #later = $state.raw<Later | null>(null);
  #orphansTaken = 0;

  constructor(live: Live, storage: OutboxStorage) {
    this.#live = live;
    this.#storage = storage;
    void loadLater().then((pages) => (this.#later = pages));
  }

  /** The other pages, once they are here. */
  get later(): Later | null {
    return this.#later;
  }

  /** What this device writes and answers in `forum`, once its code is here. */
  activityIn(forum: string): Activity | null {
    const known = this.#activities[forum];
    if (known || !this.#later) return known ?? null;
    const { Activity } = this.#later;
    return (this.#activities[forum] = new Activity(this.#live, this.#storage, this.notices, forum));
  }

  /** What has been refused to earlier pages since this was last asked. */
  takeOrphans(): readonly Orphan[] {
    const fresh = this.#live.orphans.slice(this.#orphansTaken);
    this.#orphansTaken += fresh.length;
    return fresh;
  }
}
