/**
 * What is being written down of an answer or an exchange, and put right later. It knows what it was begun with: if
 * another desk has written something else meanwhile, these words stay, and go in its place only once somebody has
 * read what would be replaced.
 */
import { cleanWords } from '@wenzheng/shared/forum/people-words';
import type { TimeSource } from '@wenzheng/shared/live/ticking.svelte';
import { Draft } from '../../draft.svelte';
import { CommitmentDraft } from '../floor/commitment-draft.svelte';
import type { Version } from './desk-view';

/** As it stands with the hub now. */
export interface Subject {
  readonly revision: number;
  /** Null: nothing has been written down yet. */
  readonly stands: Pick<Version, 'text' | 'commitment'> | null;
}
export interface WrittenDraftPorts {
  readonly forum: string;
  readonly subject: () => Subject;
  /** The department whose promise it would be. */
  readonly suggested: () => string;
  readonly time: TimeSource;
}

export class WrittenDraft {
  readonly name: string;
  readonly text: Draft;
  readonly why: Draft;
  readonly commitment: CommitmentDraft;
  readonly #subject: () => Subject;
  /** The revision that it replaces; empty where nothing was written down yet when it was begun. */
  readonly #base: Draft;
  /** What stood in the form when it was opened; null if somebody had begun before. */
  readonly #opened: readonly string[] | null;

  /** `name`: the same from the first word on, whoever writes it down first. */
  constructor(name: string, { forum, subject, suggested, time }: WrittenDraftPorts) {
    this.name = name;
    this.#subject = subject;
    this.text = new Draft(forum, name);
    this.why = new Draft(forum, `${name}.why`);
    this.#base = new Draft(forum, `${name}.base`);
    const { stands, revision } = subject();
    const isBegun = this.text.text !== '';
    if (stands && !isBegun) this.text.text = stands.text;
    this.commitment = new CommitmentDraft(forum, name, suggested, time, stands?.commitment ?? null);
    const kept = { text: this.text.text, promise: this.commitment.what.text };
    if (stands && (!isBegun || isWritten(kept, stands))) this.#base.text = String(revision);
    this.#opened = isBegun ? null : this.words.map(({ text }) => text);
  }

  /** All that is kept of it. */
  get words(): readonly Draft[] {
    return [this.text, this.commitment.what, this.why, this.#base];
  }
  /** The revision that it replaces. */
  get from(): number {
    const { stands, revision } = this.#subject();
    return stands ? Number(this.#base.text) : revision;
  }
  /** Something else stands there by now than what this was begun with. */
  get isOvertaken(): boolean {
    const { stands, revision } = this.#subject();
    return stands !== null && this.#base.text !== String(revision);
  }

  /** What stands there now has been read; these words are to replace it. */
  goOn(): void {
    this.#base.text = String(this.#subject().revision);
  }
  discard(): void {
    for (const words of this.words) words.text = '';
  }
  /** The form is left; nothing was begun if nothing was changed. */
  leave(): void {
    const opened = this.#opened;
    if (this.words.some(({ text }, at) => text !== opened?.[at])) return;
    for (const words of this.words) words.forget(words.text);
  }
}

/** Whether words that are kept say what stands there, as the hub has taken them down. */
export const isWritten = (
  kept: { readonly text: string; readonly promise: string },
  { text, commitment }: NonNullable<Subject['stands']>,
): boolean =>
  cleanWords(kept.text) === text && cleanWords(kept.promise) === (commitment?.what ?? '');
