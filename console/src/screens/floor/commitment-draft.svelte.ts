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

  /** `suggested` is the department that stands there until another is chosen. */
  constructor(forum: string, name: string, suggested: () => string, time: TimeSource) {
    this.what = new Draft(forum, `${name}.promise`);
    this.#suggested = suggested;
    this.#time = time;
  }

  get department(): string {
    return this.#department ?? this.#suggested();
  }
  set department(department: string) {
    this.#department = department;
  }
  get due(): string {
    return this.#due ?? workingDaysAfter(this.#time.now(), REPLY_WITHIN);
  }
  set due(due: string) {
    this.#due = due;
  }
  get today(): string {
    return dateInChina(this.#time.now());
  }

  /** Null while something is missing. */
  get complete(): Commitment | null {
    const due = dateSchema.safeParse(this.due);
    const what = this.what.text.trim();
    if (what === '' || this.department === '' || !due.success) return null;
    return { what, department: this.department, due: due.data };
  }
}
