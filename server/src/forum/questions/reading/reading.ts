/** How the hub speaks with whoever reads its questions: a thread, or in tests the reader itself. */
import type { DeskQuery } from '@wenzheng/shared/forum/desk';
import type { Alike, AlikeQuery, Page, QuestionReader, ReadQuestion } from './reader';

export type ReadingTask =
  | { readonly kind: 'put'; readonly questions: readonly ReadQuestion[] }
  | { readonly kind: 'rudeWords'; readonly words: readonly string[] }
  | { readonly kind: 'alike'; readonly query: AlikeQuery }
  | { readonly kind: 'search'; readonly query: DeskQuery; readonly limit: number };

export type ReadingAnswer =
  | { readonly kind: 'alike'; readonly alike: readonly Alike[] }
  | { readonly kind: 'search'; readonly page: Page }
  | null;

/**
 * Tasks are done in the order in which they are given. What a question can be merged into is answered once all that
 * was told of is compared, and may be overtaken.
 */
export interface Reading {
  /** Null: it was a telling and no question. Rejects if the reader is gone. */
  give(task: ReadingTask): Promise<ReadingAnswer>;
  /** Questions that wait for an answer. */
  readonly waiting: number;
  stop(): Promise<void>;
}

export function answerTo(reader: QuestionReader, task: ReadingTask): ReadingAnswer {
  switch (task.kind) {
    case 'put':
      for (const question of task.questions) reader.put(question);
      return null;
    case 'rudeWords':
      reader.setRudeWords(task.words);
      return null;
    case 'alike':
      return { kind: 'alike', alike: reader.alike(task.query) };
    case 'search':
      return { kind: 'search', page: reader.search(task.query, task.limit) };
    default:
      return task satisfies never;
  }
}
