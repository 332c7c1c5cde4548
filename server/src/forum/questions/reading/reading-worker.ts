import { AskedThread } from '../../../engine/asked-thread';
import type { Reading, ReadingAnswer, ReadingTask } from './reading';

/** A reader in a thread of its own. `failed` hears once why it has ended, unless it was stopped. */
export class ReadingWorker implements Reading {
  readonly #thread: AskedThread<ReadingTask, ReadingAnswer>;

  constructor(program: URL, failed: (error: unknown) => void) {
    this.#thread = new AskedThread(program, failed);
  }

  get waiting(): number {
    return this.#thread.waiting;
  }

  give(task: ReadingTask): Promise<ReadingAnswer> {
    if (task.kind === 'alike' || task.kind === 'search') return this.#thread.ask(task);
    this.#thread.tell(task);
    return Promise.resolve(null);
  }

  stop(): Promise<void> {
    return this.#thread.stop();
  }
}
