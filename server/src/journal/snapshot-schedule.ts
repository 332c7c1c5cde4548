/** Starts the snapshot worker every so many entries, one at a time. */
import { Worker } from 'node:worker_threads';
import type { SnapshotTask } from './snapshot-worker';

/** Folding so many again adds half a second to a start; a snapshot takes a core for a moment. */
const EVERY = 100_000;

export class SnapshotSchedule {
  readonly #worker: URL;
  readonly #failed: (error: unknown) => void;
  readonly #taken = new Map<string, number>();
  #running: Worker | null = null;

  constructor(worker: URL, failed: (error: unknown) => void) {
    this.#worker = worker;
    this.#failed = failed;
  }

  /** Tells how far the snapshot of a forum goes that the hub started from. */
  startedFrom(forum: string, head: number): void {
    this.#taken.set(forum, head);
  }

  /** The journal of `task.forum` has grown to `task.head`. */
  grown(task: SnapshotTask): void {
    if (this.#running || task.head - (this.#taken.get(task.forum) ?? 0) < EVERY) return;
    this.#taken.set(task.forum, task.head);
    const worker = new Worker(this.#worker, { workerData: task });
    this.#running = worker;
    worker.once('error', this.#failed);
    worker.once('exit', () => {
      this.#running = null;
    });
  }

  /** The forum is wiped: no snapshot of it may be written any more. */
  async forget(forum: string): Promise<void> {
    this.#taken.delete(forum);
    await this.#running?.terminate();
  }

  async stop(): Promise<void> {
    await this.#running?.terminate();
  }
}
