/** What asks much the same as one question, looked up with the hub. */
import type { SimilarAtDesk } from '@wenzheng/shared/forum/desk';
import type { QuestionState } from '@wenzheng/shared/forum/questions';
import { problemOf, type DeskSearch, type SearchProblem } from './desk-search.svelte';

/** Another question can be merged into what is in one of these. */
const TAKES_IN: readonly QuestionState[] = [
  ...(['submitted', 'screened', 'queued', 'on_floor', 'answered', 'deflected'] as const),
];

export class Alike {
  readonly #search: DeskSearch;
  #found = $state.raw<readonly SimilarAtDesk[] | null>(null);
  #problem = $state<SearchProblem | null>(null);

  constructor(search: DeskSearch) {
    this.#search = search;
  }

  /** Those that it can be merged into, the most similar first; null while they are looked for. */
  get found(): readonly SimilarAtDesk[] | null {
    return this.#found;
  }
  get problem(): SearchProblem | null {
    return this.#problem;
  }

  /** Looks them up in `ms`; answers what calls it off. */
  lookAt(question: string, ms: number): () => void {
    let isLeft = false;
    this.#found = null;
    this.#problem = null;
    const timer = setTimeout(async () => {
      const answer = await this.#search.similarTo(question);
      if (isLeft) return;
      this.#problem = answer.ok ? null : problemOf(answer);
      this.#found = answer.ok
        ? answer.value.questions.filter(({ state }) => TAKES_IN.includes(state))
        : [];
    }, ms);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }
}
