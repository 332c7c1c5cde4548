import { Worker } from 'node:worker_threads';
import type { Reading, ReadingAnswer, ReadingTask } from './reading';

interface Waiting {
  readonly resolve: (answer: ReadingAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** A reader in a thread of its own. `failed` hears once why it has ended, unless it was stopped. */
export class ReadingWorker implements Reading {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #given = 0;
  #gone: Error | null = null;
  #isStopping = false;

  constructor(program: URL, failed: (error: unknown) => void) {
    this.#worker = new Worker(program);
    this.#worker.unref();
    this.#worker.on('message', ({ id, answer }: { id: number; answer: ReadingAnswer }) => {
      this.#waiting.get(id)?.resolve(answer);
      this.#waiting.delete(id);
    });
    const end = (error: Error): void => {
      if (this.#gone) return;
      if (!this.#isStopping) failed(error);
      this.#giveUp(error);
    };
    this.#worker.on('error', (error: unknown) =>
      end(error instanceof Error ? error : new Error(String(error))),
    );
    this.#worker.on('exit', (code) => end(new Error(`the reader of questions ended with ${code}`)));
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  give(task: ReadingTask): Promise<ReadingAnswer> {
    const id = (this.#given += 1);
    const isTold = task.kind === 'put' || task.kind === 'rudeWords';
    if (this.#gone) return isTold ? Promise.resolve(null) : Promise.reject(this.#gone);
    this.#worker.postMessage({ id, task });
    if (isTold) return Promise.resolve(null);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#worker.terminate();
  }

  #giveUp(error: Error): void {
    this.#gone = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
