/** Whether what people do can be kept: told by each commit, asked by who watches the hub. */
import type { Logger } from 'pino';
import { StorageDamaged, StorageFailed, StorageFull, type Journal } from './port';

export type StorageStatus = 'ok' | 'full' | 'failed' | 'damaged';

/** Of one database, which all forums of a hub share. */
export class StorageHealth {
  readonly #log: Logger;
  #status: StorageStatus = 'ok';

  constructor(log: Logger) {
    this.#log = log;
  }

  /** As the last commit found it; `damaged` stays until the hub is started anew. */
  get status(): StorageStatus {
    return this.#status;
  }

  /**
   * `journal`, which from the first sign of damage on is left alone: each write could do more harm. Damage shows
   * while a commit is being prepared, so that nothing of it is written; its head stays where the writer knows it.
   */
  watch(journal: Journal): Journal {
    let known = 0;
    return {
      append: async (entries, kept, expectedHead) => {
        known = expectedHead;
        if (this.#status === 'damaged') throw new StorageDamaged('the database is damaged');
        try {
          await journal.append(entries, kept, expectedHead);
          this.#note('ok', null);
        } catch (error) {
          const status = statusAfter(error);
          if (status) this.#note(status, error);
          throw error;
        }
      },
      read: (from, limit) => journal.read(from, limit),
      head: () => (this.#status === 'damaged' ? Promise.resolve(known) : journal.head()),
      erasePicturesBut: async (named) => {
        if (this.#status !== 'damaged') await journal.erasePicturesBut(named);
      },
    };
  }

  /** Logged when it changes, not once for each command that is refused. */
  #note(status: StorageStatus, error: unknown): void {
    if (status === this.#status) return;
    this.#status = status;
    if (status === 'ok') this.#log.warn({ storage: status }, 'the hub saves again');
    else
      this.#log.error({ storage: status, err: error }, 'the hub cannot save; it refuses commands');
  }
}

function statusAfter(error: unknown): StorageStatus | null {
  if (error instanceof StorageFull) return 'full';
  if (error instanceof StorageDamaged) return 'damaged';
  return error instanceof StorageFailed ? 'failed' : null;
}
