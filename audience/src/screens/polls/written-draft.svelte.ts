/** Words for a ballot that are not sent yet, kept through a reload for as long as the same poll is asked. */
import type { OutboxStorage } from '@wenzheng/shared/live/outbox';
import { parseDraft } from '../writing/draft';

const KEY = 'wz.ballot';
const EMPTY = { text: '', sent: false, poll: '' };

export class WrittenDraft {
  readonly #storage: OutboxStorage;
  readonly #poll: string;
  #text = $state.raw<string | null>(null);

  constructor(storage: OutboxStorage, poll: string) {
    this.#storage = storage;
    this.#poll = poll;
    const kept = parseDraft(storage.get(KEY), EMPTY);
    if (kept.poll === poll) this.#text = kept.text;
  }

  /** Null for none: the field shows what was sent. */
  get text(): string | null {
    return this.#text;
  }
  write(text: string): void {
    this.#text = text;
    this.#storage.set(KEY, JSON.stringify({ ...EMPTY, text, poll: this.#poll }));
  }
  drop(): void {
    this.#text = null;
    this.#storage.remove(KEY);
  }
}
