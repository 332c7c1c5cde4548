/** Backups of the running hub, one at a time. */
import { Worker } from 'node:worker_threads';
import type { BackupMade, BackupTask } from './backup';
import { BackupFailed } from './backup-failed';
import type { BackupReport } from './backup-worker';

export class Backups {
  readonly #worker: URL;
  #running: Worker | null = null;

  constructor(worker: URL) {
    this.#worker = worker;
  }

  /** Everything acknowledged before the call is in it. Rejects with BackupFailed. */
  take(task: BackupTask): Promise<BackupMade> {
    if (this.#running) return Promise.reject(new BackupFailed('busy', task.target, null));
    const worker = new Worker(this.#worker, { workerData: task });
    this.#running = worker;
    return new Promise((resolve, reject) => {
      worker.once('message', (report: BackupReport) => {
        if ('made' in report) resolve(report.made);
        else reject(new BackupFailed(report.problem, report.file, null));
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        this.#running = null;
        reject(new Error('the backup was broken off')); // of no effect after an answer
      });
    });
  }

  async stop(): Promise<void> {
    await this.#running?.terminate();
  }
}
