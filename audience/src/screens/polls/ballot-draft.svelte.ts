/**
 * Of a ballot what is not sent yet, words or picks, kept through a reload and while another page is open for as long as
 * the same poll is asked.
 */
import type { OutboxStorage } from '@wenzheng/shared/live/outbox';
import { parseDraft } from '../writing/draft';
import { picksIn, type Picks } from './picks';

const KEY = 'wz.ballot';
const EMPTY = { text: '', sent: false, poll: '' };

export class BallotDraft {
  readonly #storage: OutboxStorage;
  readonly #poll: string;
  #text = $state.raw<string | null>(null);

  constructor(storage: OutboxStorage, poll: string) {
    this.#storage = storage;
    this.#poll = poll;
    const kept = parseDraft(storage.get(KEY), EMPTY);
    if (kept.poll === poll) this.#text = kept.text;
  }

  /** Null for none: what was sent is shown. */
  get text(): string | null {
    return this.#text;
  }
  /** Null for none, and for what are no `options` of the poll. */
  picks(options: number): Picks | null {
    return this.#text === null ? null : picksIn(this.#text, options);
  }
  pick(picks: Picks): void {
    this.write(picks.join());
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
