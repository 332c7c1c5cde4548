/** Looks at a large database in a thread of its own, so that a start can do something else meanwhile. */
import { Worker } from 'node:worker_threads';
import { inspect, sizeOf } from './inspection';
import { StartError, type StartProblem } from './start-error';

/** A smaller one is looked at sooner than a thread starts. */
const LARGE_BYTES = 32 * 1_024 ** 2;

/** Rejects as {@link inspect} throws; `meanwhile` is not called for a small file. */
export async function inspectApart(
  file: string,
  worker: URL,
  meanwhile: () => void,
): Promise<void> {
  if (sizeOf(file) < LARGE_BYTES) {
    inspect(file);
    return;
  }
  const thread = new Worker(worker, { workerData: file });
  const found = new Promise<StartProblem | null>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    // Of no effect after an answer.
    thread.once('exit', () => reject(new Error('the look at the database was broken off')));
  });
  const [problem] = await Promise.all([found, doBeside(meanwhile, thread)]);
  if (problem) throw new StartError(problem, null);
}

/** A thread does not outlive what it was started for. */
async function doBeside(work: () => void, thread: Worker): Promise<void> {
  try {
    work();
  } catch (error) {
    await thread.terminate();
    throw error;
  }
}
