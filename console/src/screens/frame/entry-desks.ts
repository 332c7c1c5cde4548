/**
 * The forms of those who enter what others have said, one of each kind for a forum: what the hub turns away late is
 * there for whoever comes back from another workspace.
 */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import type { HubLink } from '../../hub-link';
import { Logging } from '../questions/logging.svelte';
import { SlipEntry } from '../slips/slip-entry.svelte';
import type { SlipPhotos } from '../slips/slip-photos.svelte';

interface Parts {
  readonly live: HubLink;
  readonly photos: SlipPhotos;
  readonly submit: (command: CommandInput) => Promise<Ack>;
}

export class EntryDesks {
  readonly #parts: Parts;
  readonly #logging = new Map<string, Logging>();
  readonly #slips = new Map<string, SlipEntry>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** `forum` is the id of the forum. */
  logging(forum: string): Logging {
    const { live, submit } = this.#parts;
    return madeOnce(this.#logging, forum, () => new Logging(live, forum, submit));
  }
  /** `forum` is the id of the forum. */
  slips(forum: string): SlipEntry {
    return madeOnce(this.#slips, forum, () => new SlipEntry({ ...this.#parts, forum }));
  }
}

function madeOnce<T>(made: Map<string, T>, key: string, make: () => T): T {
  const one = made.get(key) ?? make();
  made.set(key, one);
  return one;
}
