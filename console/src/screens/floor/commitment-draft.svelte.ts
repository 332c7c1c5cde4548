/** A promise that is being written down. */
import { REPLY_WITHIN } from '@wenzheng/shared/forum/limits';
import { dateSchema, type Commitment } from '@wenzheng/shared/forum/words';
import type { TimeSource } from '@wenzheng/shared/live/ticking.svelte';
import { dateInChina, workingDaysAfter } from '@wenzheng/shared/time/working-days';
import { Draft } from '../../draft.svelte';

export class CommitmentDraft {
  readonly #time: TimeSource;
  readonly what: Draft;
  readonly #suggested: () => string;
  #department = $state<string | null>(null);
  #due = $state<string | null>(null);

  readonly #before: Commitment | null;

  /**
   * `suggested` is the department that stands there until another is chosen; `before` the promise that is being
   * put right.
   */
  constructor(
    forum: string,
    name: string,
    suggested: () => string,
    time: TimeSource,
    before: Commitment | null,
  ) {
    this.what = new Draft(forum, `${name}.promise`);
    this.#before = before;
    if (before && this.what.text === '') this.what.text = before.what;
    this.#suggested = suggested;
    this.#time = time;
  }

  get department(): string {
    return this.#department ?? this.#before?.department ?? this.#suggested();
  }
  set department(department: string) {
    this.#department = department;
  }
  get due(): string {
    return this.#due ?? this.#before?.due ?? workingDaysAfter(this.#time.now(), REPLY_WITHIN);
  }
  set due(due: string) {
    this.#due = due;
  }
  /** Today; a date that is over by now may stay. */
  get earliest(): string {
    const today = dateInChina(this.#time.now());
    const due = this.#before?.due ?? today;
    return due < today ? due : today;
  }

  /** Null while something is missing. */
  get complete(): Commitment | null {
    const due = dateSchema.safeParse(this.due);
    const what = this.what.text.trim();
    if (what === '' || this.department === '' || !due.success) return null;
    return { what, department: this.department, due: due.data };
  }
}
