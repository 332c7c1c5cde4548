/** Runs the simulated audience; the hub's end of its thread. */
import { Worker } from 'node:worker_threads';
import type { CrowdTask } from './crowd-thread';

export class Crowd {
  readonly #worker: Worker;
  #present = 0;

  /** `failed` hears why it ended, unless it was stopped. */
  constructor(program: URL, task: CrowdTask, failed: (error: unknown) => void) {
    this.#worker = new Worker(program, { workerData: task });
    this.#worker.unref();
    this.#worker.on('message', (present: number) => (this.#present = present));
    this.#worker.on('error', failed);
    this.#worker.on('exit', () => (this.#present = 0));
  }

  /** How many of its phones are connected. */
  get present(): number {
    return this.#present;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
