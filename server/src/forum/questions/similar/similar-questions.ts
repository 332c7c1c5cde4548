/**
 * Similar questions, looked for in a thread of their own so that the hub's never waits for them. The thread can be
 * thrown away at any time: what is in it comes from `questions`, and a thread that has ended is started again with
 * the next call and filled anew. Calls are answered in the order in which they came.
 */
import type { Similar } from './similarity-index';

export interface SimilarQuestions {
  /** Puts a question in, or another text in its place. */
  add(id: string, text: string): void;
  remove(id: string): void;
  /**
   * At most `limit` questions, the most similar first. Null: too many are being looked for, or the thread ended
   * before it answered; there is nothing to show, and nothing is lost.
   */
  similar(text: string, limit: number): Promise<readonly Similar[] | null>;
  close(): Promise<void>;
}

export type SimilarityRequest =
  | { readonly type: 'add'; readonly questions: readonly (readonly [id: string, text: string])[] }
  | { readonly type: 'remove'; readonly id: string }
  | {
      readonly type: 'similar';
      readonly call: number;
      readonly text: string;
      readonly limit: number;
    };
export interface SimilarityAnswer {
  readonly call: number;
  readonly similar: readonly Similar[];
}

/** A thread that `serveSimilarity` runs in; a worker, or its like in tests. */
export interface SimilarityThread {
  postMessage(request: SimilarityRequest): void;
  onAnswer(listen: (answer: SimilarityAnswer) => void): void;
  /** Also after an error. */
  onEnd(listen: () => void): void;
  stop(): Promise<unknown>;
}

export interface SimilarityOptions {
  start(): SimilarityThread;
  /** All questions there are, for a new thread. */
  questions(): Iterable<readonly [id: string, text: string]>;
  /** So many calls may wait for their answer. */
  readonly waiting: number;
}

/** So many questions go to a new thread in one message. */
const AT_ONCE = 500;

export class ThreadedSimilarQuestions implements SimilarQuestions {
  readonly #options: SimilarityOptions;
  readonly #calls = new Map<number, (similar: readonly Similar[] | null) => void>();
  #thread: SimilarityThread | null = null;
  #called = 0;
  #closed = false;

  constructor(options: SimilarityOptions) {
    this.#options = options;
  }

  add(id: string, text: string): void {
    // A new thread gets it with all the others.
    this.#thread?.postMessage({ type: 'add', questions: [[id, text]] });
  }

  remove(id: string): void {
    this.#thread?.postMessage({ type: 'remove', id });
  }

  similar(text: string, limit: number): Promise<readonly Similar[] | null> {
    if (this.#closed || this.#calls.size >= this.#options.waiting) return Promise.resolve(null);
    const thread = this.#thread ?? this.#start();
    this.#called += 1;
    const call = this.#called;
    const answer = new Promise<readonly Similar[] | null>((resolve) => {
      this.#calls.set(call, resolve);
    });
    thread.postMessage({ type: 'similar', call, text, limit });
    return answer;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const thread = this.#thread;
    this.#end();
    await thread?.stop();
  }

  #start(): SimilarityThread {
    const thread = this.#options.start();
    this.#thread = thread;
    thread.onAnswer(({ call, similar }) => {
      this.#calls.get(call)?.(similar);
      this.#calls.delete(call);
    });
    thread.onEnd(() => {
      if (this.#thread === thread) this.#end();
    });
    for (const questions of inParts(this.#options.questions(), AT_ONCE))
      thread.postMessage({ type: 'add', questions });
    return thread;
  }

  #end(): void {
    this.#thread = null;
    for (const resolve of this.#calls.values()) resolve(null);
    this.#calls.clear();
  }
}

function* inParts<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let part: T[] = [];
  for (const each of all) {
    part.push(each);
    if (part.length === size) {
      yield part;
      part = [];
    }
  }
  if (part.length > 0) yield part;
}
