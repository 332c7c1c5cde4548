/** Opens a PDF in a thread of its own: what comes from outside may take long, or too much memory, and ends with it. */
import { parentPort, workerData } from 'node:worker_threads';
import { countPages } from './pdf';

parentPort?.postMessage(await countPages(String(workerData)));
