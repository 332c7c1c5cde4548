/** What this device writes and answers in one forum, as long as the page lives. */
import type { Orphan } from '@wenzheng/shared/live/forum-link';
import type { OutboxStorage } from '@wenzheng/shared/live/outbox';
import type { Live } from '../shell/live';
import type { Notices } from '../shell/notices.svelte';
import { takeCode } from './admission/address-code';
import { Presenting } from './admission/presenting.svelte';
import { Similar } from './ask/similar.svelte';
import { asking, type Asking } from './ask/asking';
import { mapSource, type MapSource } from './map/map-source.svelte';
import { Opinions } from './opinions/opinions.svelte';
import { saying, type Saying } from './opinions/saying';

export class Activity {
  readonly asking: Asking;
  readonly similar: Similar;
  readonly saying: Saying;
  readonly opinions: Opinions;
  readonly map: MapSource;
  readonly presenting: Presenting;
  readonly #live: Live;

  constructor(live: Live, storage: OutboxStorage, notices: Notices, forum: string) {
    this.#live = live;
    this.asking = asking({ live, storage, notices }, forum);
    this.similar = new Similar(live, notices, forum, () => this.asking.draft);
    this.saying = saying({ live, storage, notices }, forum);
    this.opinions = new Opinions(live, storage, notices);
    this.map = mapSource(forum);
    this.presenting = new Presenting(live, notices, takeCode(globalThis));
  }

  /** Takes up what the hub says, while it serves this forum. Call in an effect. */
  follow(orphans: readonly Orphan[]): void {
    for (const writing of [this.asking, this.saying]) {
      for (const orphan of orphans) writing.orphaned(orphan);
      writing.follow();
    }
    this.presenting.follow();
    if (!this.#live.view) return;
    const { collections, documents } = this.#live.view;
    this.opinions.follow({
      statements: collections.statements,
      priorities: documents.statementPriorities,
      isClosed: documents.forum.closedAt !== null,
    });
  }
}
