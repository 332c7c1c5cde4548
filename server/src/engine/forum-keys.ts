/** The key of each forum, a file outside the database so that a copy of the one tells nothing. */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../ports/ports';

const KEY_BYTES = 32;

export class ForumKeys {
  readonly #folder: string;
  readonly #random: Random;

  constructor(folder: string, random: Random) {
    this.#folder = folder;
    this.#random = random;
  }

  /** Makes the key of a new forum; durable when it returns. */
  make(forum: string): Uint8Array {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const key = this.#random.bytes(KEY_BYTES);
    const handle = openSync(this.#file(forum), 'wx', 0o600);
    try {
      writeSync(handle, key);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    return key;
  }

  /** Throws if the key is gone: without it devices would not be known again. */
  read(forum: string): Uint8Array {
    return readFileSync(this.#file(forum));
  }

  #file(forum: string): string {
    return join(this.#folder, `${forum}.key`);
  }
}
