/** The thread: a double that answers when it is told to. */
import {
  ThreadedSimilarQuestions,
  type SimilarityAnswer,
  type SimilarityRequest,
  type SimilarityThread,
} from '@wenzheng/server/src/forum/questions/similar/similar-questions';
import { serveSimilarity } from '@wenzheng/server/src/forum/questions/similar/similar-worker';
import { expect, test } from 'vitest';

class HeldThread implements SimilarityThread {
  readonly requests: SimilarityRequest[] = [];
  stopped = false;
  #answer: (answer: SimilarityAnswer) => void = () => undefined;
  #end: () => void = () => undefined;
  readonly #serve = serveSimilarity((answer) => this.#answer(answer));

  postMessage(request: SimilarityRequest): void {
    this.requests.push(request);
  }
  onAnswer(listen: (answer: SimilarityAnswer) => void): void {
    this.#answer = listen;
  }
  onEnd(listen: () => void): void {
    this.#end = listen;
  }
  stop(): Promise<void> {
    this.stopped = true;
    return Promise.resolve();
  }
  work(): void {
    for (const request of this.requests.splice(0)) this.#serve(request);
  }
  die(): void {
    this.#end();
  }
}

function setUp(waiting = 2) {
  const there = new Map([['1', '青禾路的路灯坏了']]);
  const threads: HeldThread[] = [];
  const found = new ThreadedSimilarQuestions({
    start: () => {
      const thread = new HeldThread();
      threads.push(thread);
      return thread;
    },
    questions: () => there,
    waiting,
  });
  return { there, threads, found };
}
const ids = (similar: readonly { id: string }[] | null) => similar?.map(({ id }) => id) ?? null;

test('nothing runs until something is looked for', async () => {
  const { threads, found } = setUp();
  found.add('2', '青禾路灯不亮');
  expect(threads).toHaveLength(0);
  await found.close();
});

test('answers in order, with what came and went meanwhile', async () => {
  const { threads, found } = setUp();
  const before = found.similar('青禾路没有路灯', 5);
  found.add('2', '青禾路灯不亮');
  found.remove('1');
  const after = found.similar('青禾路没有路灯', 5);
  threads[0]?.work();
  expect(ids(await before)).toEqual(['1']);
  expect(ids(await after)).toEqual(['2']);
});

test('too many at once are told that there is nothing to show', async () => {
  const { threads, found } = setUp(1);
  const first = found.similar('青禾路没有路灯', 5);
  expect(await found.similar('青禾路没有路灯', 5)).toBeNull();
  threads[0]?.work();
  expect(ids(await first)).toEqual(['1']);
});

test('a thread that ends is started again with all there is', async () => {
  const { there, threads, found } = setUp();
  const lost = found.similar('青禾路没有路灯', 5);
  threads[0]?.die();
  expect(await lost).toBeNull();
  there.set('3', '青禾路路灯不亮');
  found.add('3', '青禾路路灯不亮');
  const again = found.similar('青禾路没有路灯', 5);
  threads[1]?.work();
  expect(ids(await again)?.sort()).toEqual(['1', '3']);
});

test('closing stops the thread and answers who waits', async () => {
  const { threads, found } = setUp();
  const waiting = found.similar('路灯', 5);
  await found.close();
  expect(await waiting).toBeNull();
  expect(threads[0]?.stopped).toBe(true);
  expect(await found.similar('路灯', 5)).toBeNull();
});
