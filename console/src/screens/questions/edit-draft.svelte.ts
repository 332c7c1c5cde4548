/**
 * Other words for a question, while a desk writes them. They know which words they were begun with: if another desk has
 * put others there meanwhile, these stay, and go in their place only once somebody has read what would be replaced.
 */
import { cleanWords } from '@wenzheng/shared/forum/people-words';
import { Draft } from '../../draft.svelte';

/** The question as it stands with the hub now. */
type Subject = () => { readonly text: string; readonly revision: number };

export class EditDraft {
  readonly words: Draft;
  /** The revision that they replace. */
  readonly #base: Draft;
  readonly #subject: Subject;
  /** What stood in the form when it was opened; null if somebody had begun before. */
  #opened: string | null;

  constructor(forum: string, question: string, subject: Subject) {
    this.#subject = subject;
    this.words = new Draft(forum, `edit.${question}`);
    this.#base = new Draft(forum, `edit.${question}.base`);
    const { text } = subject();
    const isBegun = this.words.text !== '';
    if (!isBegun) this.words.text = text;
    this.#opened = isBegun ? null : text;
    if (!isBegun || cleanWords(this.words.text) === text) this.goOn();
  }

  get from(): number {
    return Number(this.#base.text);
  }
  /** Other words stand there by now than those that this was begun with, or that it says. */
  get isOvertaken(): boolean {
    const { text, revision } = this.#subject();
    return this.#base.text !== String(revision) && cleanWords(this.words.text) !== text;
  }

  /** As long as nothing was written, it begins with what stands there now. */
  follow(): void {
    const { text, revision } = this.#subject();
    const isUntouched = this.#opened !== null && this.words.text === this.#opened;
    if (!isUntouched || this.#base.text === String(revision)) return;
    this.words.text = this.#opened = text;
    this.goOn();
  }
  /** What stands there now has been read; these words are to replace it. */
  goOn(): void {
    this.#base.text = String(this.#subject().revision);
  }
  /** They were saved, or given up. */
  discard(): void {
    this.words.text = '';
    this.#base.text = '';
  }
  /** The form is left; nothing was begun if nothing was changed. */
  leave(): void {
    if (this.#opened === null || this.words.text !== this.#opened) return;
    this.words.forget(this.#opened);
    this.#base.forget(this.#base.text);
  }
}
