/** The thread in which similar questions are looked for; see `similar-questions.ts`. */
import { parentPort } from 'node:worker_threads';
import type { SimilarityAnswer, SimilarityRequest } from './similar-questions';
import { SimilarityIndex } from './similarity-index';

/** Answers requests out of an index of its own. */
export function serveSimilarity(
  answer: (answer: SimilarityAnswer) => void,
): (request: SimilarityRequest) => void {
  const index = new SimilarityIndex();
  return (request) => {
    switch (request.type) {
      case 'add':
        for (const [id, text] of request.questions) index.add(id, text);
        return;
      case 'remove':
        index.remove(request.id);
        return;
      case 'similar':
        answer({ call: request.call, similar: index.similar(request.text, request.limit) });
        return;
      default:
        request satisfies never;
    }
  };
}

if (parentPort) {
  const port = parentPort;
  const serve = serveSimilarity((answer) => port.postMessage(answer));
  port.on('message', (request: SimilarityRequest) => serve(request));
}
