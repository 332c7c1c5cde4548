/** Reads a forum's questions in a thread of its own. */
import { parentPort } from 'node:worker_threads';
import { DEFAULT_RUDE_WORDS } from '../flags/rude-words';
import { Answering } from './answering';
import type { ReadingTask } from './reading';
import { QuestionReader } from './reader';

const answering = new Answering(new QuestionReader(DEFAULT_RUDE_WORDS), {
  answered: (id, answer) => parentPort?.postMessage({ id, answer }),
  soon: (run) => void setImmediate(run),
});

parentPort?.on('message', (asked: { id: number; task: ReadingTask }) => answering.take(asked));
