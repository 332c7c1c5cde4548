import { parentPort, workerData } from 'node:worker_threads';
import { checkSelf } from './self-check';

parentPort?.postMessage(checkSelf(String(workerData)));
