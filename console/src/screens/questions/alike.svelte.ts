/** What asks much the same as one question, looked up with the hub. */
import type { SimilarAtDesk } from '@wenzheng/shared/forum/desk';
import { againAfter, problemOf, type DeskSearch, type SearchProblem } from './desk-search.svelte';

export class Alike {
  readonly #search: Pick<DeskSearch, 'similarTo'>;
  #found = $state.raw<readonly SimilarAtDesk[] | null>(null);
  #problem = $state<SearchProblem | null>(null);

  constructor(search: Pick<DeskSearch, 'similarTo'>) {
    this.#search = search;
  }

  /** Those that it can be merged into, the most similar first; null until the hub has told them. */
  get found(): readonly SimilarAtDesk[] | null {
    return this.#found;
  }
  /** Why it has not, the last time that it was asked. Asked again by itself. */
  get problem(): SearchProblem | null {
    return this.#problem;
  }

  /** Looks them up in `ms`, and again until there is an answer; answers what calls it off. */
  lookAt(question: string, ms: number): () => void {
    let isLeft = false;
    this.#found = null;
    this.#problem = null;
    const look = async (): Promise<void> => {
      const answer = await this.#search.similarTo(question);
      if (isLeft) return;
      this.#problem = answer.ok ? null : problemOf(answer);
      if (answer.ok) this.#found = answer.value.questions;
      else timer = setTimeout(look, againAfter(answer));
    };
    let timer = setTimeout(look, ms);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }
}
