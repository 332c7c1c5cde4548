import { AskedThread } from '../../../engine/asked-thread';
import type { Mapping, MappingAnswer, MappingTask } from './mapping';

/** A mapper in a thread of its own. `failed` hears once why it has ended, unless it was stopped. */
export class MappingWorker implements Mapping {
  readonly #thread: AskedThread<MappingTask, MappingAnswer>;

  constructor(program: URL, failed: (error: unknown) => void) {
    this.#thread = new AskedThread(program, failed);
  }

  give(task: MappingTask): Promise<MappingAnswer> {
    return this.#thread.ask(task, [task.rows.buffer as ArrayBuffer]);
  }

  stop(): Promise<void> {
    return this.#thread.stop();
  }
}
