/** The form of one poll: it shows what it began with until somebody writes, and then outlives a reload. */
import { Draft } from '../../draft.svelte';
import { keptWords, readWords, type PollWords } from './poll-words';

/** Stands in the address, and in the name of a draft, for a poll that has no id yet. */
export const NEW = 'new';

export class PollWriting {
  readonly #draft: Draft;
  readonly #base: () => PollWords;

  /** `base` is what the form shows while nobody has written in it. */
  constructor(forum: string, poll: string, base: () => PollWords) {
    this.#draft = new Draft(forum, `poll.${poll}`);
    this.#base = base;
  }

  get words(): PollWords {
    return readWords(this.#draft.text) ?? this.#base();
  }
  set words(words: PollWords) {
    const text = keptWords(words);
    this.#draft.text = text === keptWords(this.#base()) ? '' : text;
  }
  /** Something stands here that was not sent. */
  get edited(): boolean {
    return this.#draft.text !== '';
  }

  change(fields: Partial<PollWords>): void {
    this.words = { ...this.words, ...fields };
  }
  giveUp(): void {
    this.#draft.text = '';
  }
}
