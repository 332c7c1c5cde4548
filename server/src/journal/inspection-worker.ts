import { parentPort, workerData } from 'node:worker_threads';
import { inspect } from './inspection';
import { StartError, type StartProblem } from './start-error';

function problemOf(file: string): StartProblem | null {
  try {
    inspect(file);
    return null;
  } catch (error) {
    if (error instanceof StartError) return error.problem;
    throw error;
  }
}

parentPort?.postMessage(problemOf(String(workerData)));
