/** Starts a thread for each PDF, and ends it when it takes too long or too much memory. */
import { Worker } from 'node:worker_threads';
import { seconds } from '@wenzheng/shared/time/instant';
import type { Scheduler } from '../ports/ports';
import type { CountPages, PdfProblem } from './pdf';

const PATIENCE = seconds(30);
const MEMORY_MB = 1_024;

/** `thread` is where the bundle of pdf-thread.ts lies. */
export const countPagesApart =
  (thread: URL, scheduler: Pick<Scheduler, 'later'>): CountPages =>
  (path) =>
    new Promise((resolve) => {
      const limits = { maxOldGenerationSizeMb: MEMORY_MB };
      const worker = new Worker(thread, { workerData: path, resourceLimits: limits });
      const done = (pages: number | PdfProblem): void => {
        cancel();
        resolve(pages);
        void worker.terminate();
      };
      const cancel = scheduler.later(PATIENCE, () => done('media.damaged'));
      worker.once('message', done);
      worker.once('error', () => done('media.damaged'));
    });
