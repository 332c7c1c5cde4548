/** Reads a forum's questions in a thread of its own. */
import { parentPort } from 'node:worker_threads';
import { DEFAULT_RUDE_WORDS } from '../flags/rude-words';
import { answerTo, type ReadingAnswer, type ReadingTask } from './reading';
import { QuestionReader } from './reader';

const reader = new QuestionReader(DEFAULT_RUDE_WORDS);
let comparing = false;

/** One question at a time, so that what is asked meanwhile is answered. */
function compare(): void {
  comparing = reader.compareNext();
  if (comparing) setImmediate(compare);
}

parentPort?.on('message', ({ id, task }: { id: number; task: ReadingTask }) => {
  const answer: ReadingAnswer = answerTo(reader, task);
  if (answer !== null) parentPort?.postMessage({ id, answer });
  if (!comparing) compare();
});
