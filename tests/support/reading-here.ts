/** Whoever reads the words of questions, without a thread: all is compared before anything is answered. */
import { DEFAULT_RUDE_WORDS } from '@wenzheng/server/src/forum/questions/flags/rude-words';
import { QuestionReader } from '@wenzheng/server/src/forum/questions/reading/reader';
import { answerTo, type Reading } from '@wenzheng/server/src/forum/questions/reading/reading';

export function readingHere(): Reading {
  const reader = new QuestionReader(DEFAULT_RUDE_WORDS);
  return {
    waiting: 0,
    give: async (task) => {
      const isAsked = task.kind === 'alike' || task.kind === 'search';
      while (isAsked && reader.compareNext());
      return answerTo(reader, task);
    },
    stop: async () => undefined,
  };
}
