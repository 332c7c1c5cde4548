/**
 * What the desk looks at: the hub searches all questions of the forum and answers page by page. Asked anew a moment
 * after something has changed; what has been dealt with meanwhile leaves at once, since the live view knows it.
 */
import {
  deskPage,
  type DeskPage,
  similarAtDesk,
  type DeskPlace,
  type DeskQuery,
  type Flag,
  type FoundQuestion,
} from '@wenzheng/shared/forum/desk';
import type { Source } from '@wenzheng/shared/forum/questions';
import { z } from 'zod';
import type { Desk, DeskView } from '../../hub-link';
import { call, type Answer, type Failed } from '../../hub-api';

export type DeskEntry = FoundQuestion;

export interface Wanted {
  readonly place: DeskPlace;
  readonly search: string;
  readonly source: Source | null;
  readonly department: string | null;
  readonly topic: string | null;
  readonly flag: Flag | null;
}
const ALL_UNSEEN: Wanted = {
  place: 'unseen',
  search: '',
  source: null,
  department: null,
  topic: null,
  flag: null,
};
const similarSchema = z.object({ questions: z.array(similarAtDesk) });

/** The hub was not reached; it has too much to do; or whoever searches for it is starting again. */
export type SearchProblem = 'unreachable' | 'busy' | 'starting';
export function problemOf({ status }: Failed): SearchProblem {
  if (status === 429) return 'busy';
  return status === 503 ? 'starting' : 'unreachable';
}

const AGAIN_MS = 3_000;
/** In how many milliseconds to try again. */
export const againAfter = ({ seconds }: Failed): number =>
  seconds === null ? AGAIN_MS : seconds * 1_000;

/** Typing comes in bursts, and changes do. */
const SOON_MS = 150;
const GATHERED_MS = 400;

export class DeskSearch {
  readonly #path: string;
  readonly #live: () => Desk;
  #wanted = $state.raw<Wanted>(ALL_UNSEEN);
  #found = $state.raw<readonly DeskEntry[] | null>(null);
  /** Of those found, the ones that the live view held when they were. */
  #held: readonly string[] = [];
  #pages = 1;
  #total = $state(0);
  #problem = $state<SearchProblem | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = 0;
  /** Of what is shown live, what was there when it was last looked at. */
  #followed: readonly unknown[] = [];

  constructor(forum: string, live: () => Desk) {
    this.#path = `/api/forums/${encodeURIComponent(forum)}/desk/questions`;
    this.#live = live;
  }

  get wanted(): Wanted {
    return this.#wanted;
  }
  get isNarrowed(): boolean {
    const { place: _, search, ...choices } = this.#wanted;
    return search !== '' || Object.values(choices).some((choice) => choice !== null);
  }
  /** Null until the hub has answered for the first time. */
  get questions(): readonly DeskEntry[] | null {
    if (this.#wanted.place !== 'unseen') return this.#found;
    const live = this.#live();
    return (
      this.#found?.filter(({ id }) => !this.#held.includes(id) || live[id] !== undefined) ?? null
    );
  }
  get total(): number {
    return this.#total;
  }
  /** Why there was no answer the last time; what is shown may be old. Asked again by itself. */
  get problem(): SearchProblem | null {
    return this.#problem;
  }

  want(change: Partial<Wanted>): void {
    this.#wanted = { ...this.#wanted, ...change };
    this.#pages = 1;
    this.#later(SOON_MS);
  }
  /** What desks are shown live tells that something is different; the search tells what. Call it as often as it may be. */
  follow({ desk, queue, totals }: Pick<DeskView, 'desk' | 'queue' | 'totals'>): void {
    // The collections hold only the first of those that nobody has seen.
    const followed = [desk, queue, totals.unseen];
    const isSame = followed.every((each, at) => each === this.#followed[at]);
    this.#followed = followed;
    if (!isSame && this.#timer === undefined) this.#later(GATHERED_MS);
  }
  stop(): void {
    this.#followed = [];
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Something has changed that nothing live has told. */
  lookAgain(): void {
    this.#later(0);
  }
  /** Shows the next page below. */
  more(): Promise<void> {
    this.#pages += 1;
    return this.#refresh();
  }

  similarTo(question: string): Promise<Answer<z.infer<typeof similarSchema>>> {
    const path = `${this.#path}/${encodeURIComponent(question)}/similar`;
    return call('GET', path, null, similarSchema);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), ms);
  }

  async #refresh(): Promise<void> {
    const asking = (this.#asking += 1);
    this.#timer = undefined;
    const pages = await this.#askFor(this.#wanted, this.#pages);
    if (asking !== this.#asking) return;
    if (!pages.ok) {
      this.#problem = problemOf(pages);
      return this.#later(againAfter(pages));
    }
    this.#problem = null;
    const live = this.#live();
    const found = pages.value.flatMap(({ questions }) => questions);
    this.#held = found.map(({ id }) => id).filter((id) => live[id] !== undefined);
    // While one page after another was asked for, a question may have come to stand on both.
    this.#found = found.filter(({ id }, at) => found.findIndex((each) => each.id === id) === at);
    this.#total = pages.value.at(-1)?.total ?? 0;
  }

  async #askFor(wanted: Wanted, count: number): Promise<Answer<readonly DeskPage[]>> {
    const pages: DeskPage[] = [];
    let from = 0;
    while (pages.length < count) {
      const answer = await this.#ask(wanted, from);
      if (!answer.ok) return answer;
      pages.push(answer.value);
      from += answer.value.questions.length;
      if (from >= answer.value.total || answer.value.questions.length === 0) break;
    }
    return { ok: true, value: pages };
  }

  #ask(wanted: Wanted, from: number) {
    return call('GET', `${this.#path}?${parameters(wanted, from)}`, null, deskPage);
  }
}

function parameters(wanted: Wanted, from: number): string {
  const { place, search, source, department, topic, flag } = wanted;
  const query: Partial<Record<keyof DeskQuery, string>> = {
    place,
    ...(search !== '' && { search }),
    ...(source !== null && { source }),
    ...(department !== null && { department }),
    ...(topic !== null && { topic }),
    ...(flag !== null && { flag }),
    ...(from > 0 && { from: String(from) }),
  };
  return new URLSearchParams(query).toString();
}
