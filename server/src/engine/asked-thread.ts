import { Worker, type ResourceLimits, type Transferable } from 'node:worker_threads';

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A thread that is told things, and asked for others; tasks come to it in the order in which they are given, as
 * `{id, task}`, and what is asked is answered with `{id, answer}`. `failed` hears once why it has ended, unless it was
 * stopped.
 */
export class AskedThread<Task, Answer> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting<Answer>>();
  #given = 0;
  #gone: Error | null = null;
  #isStopping = false;

  constructor(program: URL, failed: (error: unknown) => void, limits: ResourceLimits = {}) {
    this.#worker = new Worker(program, { resourceLimits: limits });
    this.#worker.unref();
    this.#worker.on('message', ({ id, answer }: { id: number; answer: Answer }) => {
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
    this.#worker.on('exit', (code) => end(new Error(`${program.pathname} ended with ${code}`)));
  }

  /** Questions that wait for an answer. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** What is in `handedOver` is the thread's from now on. */
  tell(task: Task, handedOver: readonly Transferable[] = []): void {
    if (!this.#gone) this.#worker.postMessage({ id: (this.#given += 1), task }, [...handedOver]);
  }

  /** Rejects if the thread is gone, or ends before it answers. */
  ask(task: Task): Promise<Answer> {
    if (this.#gone) return Promise.reject(this.#gone);
    const id = (this.#given += 1);
    this.#worker.postMessage({ id, task });
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
