/** Starts the worker that the server's build puts beside its other files. */
import { Worker } from 'node:worker_threads';
import type { SimilarityAnswer, SimilarityThread } from './similar-questions';

/** `file`: the built `similar-worker.js`. `failed` hears of an error in the worker, which ends it. */
export function startSimilarityWorker(
  file: URL | string,
  failed: (error: unknown) => void,
): SimilarityThread {
  const worker = new Worker(file);
  worker.on('error', failed);
  return {
    postMessage: (request) => worker.postMessage(request),
    onAnswer: (listen) => void worker.on('message', (answer: SimilarityAnswer) => listen(answer)),
    onEnd: (listen) => void worker.on('exit', () => listen()),
    stop: () => worker.terminate(),
  };
}
