/** What the hub finds when it looks at its own database and disk; in a thread of its own, as it reads every page. */
import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { ReadinessView } from '@wenzheng/shared/forum/readiness';
import { instant } from '@wenzheng/shared/time/instant';
import { lastBackup } from './backup-mark';
import { CHECKED_UP_TO_BYTES, checkPages } from './inspection';
import { StartError } from './start-error';

export type SelfChecked = Pick<ReadinessView, 'database' | 'freeBytes' | 'backupAt'>;

export function checkSelf(file: string): SelfChecked {
  const folder = dirname(file);
  const backup = lastBackup(folder);
  return {
    database: databaseOf(file),
    freeBytes: freeBytes(folder),
    backupAt: backup === null ? null : instant(backup),
  };
}

function databaseOf(file: string): SelfChecked['database'] {
  let db: Database.Database | undefined;
  try {
    if (statSync(file).size > CHECKED_UP_TO_BYTES) return 'too_large';
    db = new Database(file, { readonly: true });
    checkPages(db, file);
    return 'ok';
  } catch (error) {
    return error instanceof StartError || isCorrupt(error) ? 'damaged' : 'unread';
  } finally {
    db?.close();
  }
}

const isCorrupt = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /CORRUPT|NOTADB/.test(String(error.code));

function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** Checks one at a time: who asks meanwhile gets the same answer. */
export class SelfCheck {
  readonly #worker: URL;
  readonly #file: string;
  #running: { readonly worker: Worker; readonly answer: Promise<SelfChecked> } | null = null;

  constructor(worker: URL, file: string) {
    this.#worker = worker;
    this.#file = file;
  }

  /** Rejects if the thread could not do its work. */
  run(): Promise<SelfChecked> {
    if (this.#running) return this.#running.answer;
    const worker = new Worker(this.#worker, { workerData: this.#file });
    const answer = new Promise<SelfChecked>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => {
        this.#running = null;
        reject(new Error('the check was broken off')); // of no effect after an answer
      });
    });
    this.#running = { worker, answer };
    return answer;
  }

  async stop(): Promise<void> {
    await this.#running?.worker.terminate();
  }
}
