/** The one file that this page is sending: how far it has come, and what became of it. */
import { MEDIA_NAME_LIMIT, type MediaKind } from '@wenzheng/shared/forum/media';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { refusalText } from '@wenzheng/shared/ui/refusals';
import { uploadMedia, type Uploaded } from '../../media-api';

export class Upload {
  readonly #forum: string;
  #name = $state('');
  #part = $state<number | null>(null);
  #problem = $state('');
  #wanted = new AbortController();

  constructor(forum: string) {
    this.#forum = forum;
  }

  /** Empty while nothing is sent. */
  get name(): string {
    return this.#name;
  }
  /** What the hub has of it, 0 to 1; null while nothing is sent. */
  get part(): number | null {
    return this.#part;
  }
  get problem(): string {
    return this.#problem;
  }

  async send(kind: MediaKind, file: File): Promise<void> {
    if (this.#part !== null) return;
    this.#name = nameOf(file);
    this.#part = 0;
    this.#problem = '';
    this.#wanted = new AbortController();
    const uploaded = await uploadMedia({
      ...{ forum: this.#forum, kind, file, name: this.#name, wanted: this.#wanted.signal },
      moved: (part) => (this.#part = part),
    });
    this.#problem = problemText(uploaded, this.#name);
    this.#part = null;
  }

  cancel(): void {
    this.#wanted.abort();
  }
}

/** Without its ending, which the hub does not go by. */
function nameOf({ name }: File): string {
  const bare = name.replace(/\.[A-Za-z0-9]{1,5}$/, '').trim();
  return [...(bare === '' ? name : bare)].slice(0, MEDIA_NAME_LIMIT).join('');
}

function problemText(uploaded: Uploaded, name: string): string {
  if (uploaded === 'done' || uploaded === 'cancelled') return '';
  const why =
    uploaded === 'unreachable' ? m.media_lost() : refusalText({ ok: false, code: uploaded });
  return m.media_failed({ name, why });
}
