/**
 * The keys of each forum, files outside the database so that a copy of the one tells nothing. The names of
 * voters have a key of their own, which is destroyed when the forum closes: from then on nobody, the hub
 * included, can tell which device a vote came from.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { NameKeys } from '../live/pseudonyms';
import type { Random } from '../ports/ports';

const KEY_BYTES = 32;

/** A key without which a forum cannot go on is missing or damaged. */
export class KeyGone extends Error {
  /** Its name within the folder of keys. */
  readonly file: string;
  constructor(file: string, cause: unknown) {
    super(`the key ${file} is gone`, { cause });
    this.file = file;
  }
}

export class ForumKeys {
  readonly #folder: string;
  readonly #random: Random;

  constructor(folder: string, random: Random) {
    this.#folder = folder;
    this.#random = random;
  }

  /** Makes the keys of a new forum; durable when it returns. */
  make(forum: string): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    this.#write(this.#askers(forum));
    this.#write(this.#voters(forum));
    this.#sync(this.#folder);
  }

  /** Throws KeyGone for the askers' key: without it devices would not be known again. */
  read(forum: string): NameKeys {
    const single = this.#single(forum);
    if (existsSync(single)) {
      const key = readKey(single);
      return { askers: key, voters: key };
    }
    const voters = this.#voters(forum);
    return {
      askers: readKey(this.#askers(forum)),
      voters: existsSync(voters) ? readKey(voters) : null,
    };
  }

  /** Destroys the voters' key; durable when it returns. A forum that has one key for all keeps it. */
  destroyVoters(forum: string): void {
    const file = this.#voters(forum);
    if (!existsSync(file)) return;
    rmSync(file);
    this.#sync(this.#folder);
  }

  /** Destroys all keys of a forum that is wiped: what a backup holds of it stays closed. */
  destroy(forum: string): void {
    for (const file of [this.#askers(forum), this.#voters(forum)]) rmSync(file, { force: true });
    this.#sync(this.#folder);
  }

  #write(file: string): void {
    const handle = openSync(file, 'wx', 0o600);
    try {
      writeSync(handle, this.#random.bytes(KEY_BYTES));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }

  #sync(folder: string): void {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }

  /** Forums made before there were two keys. */
  #single(forum: string): string {
    return join(this.#folder, `${forum}.key`);
  }
  #askers(forum: string): string {
    return join(this.#folder, `${forum}.askers.key`);
  }
  #voters(forum: string): string {
    return join(this.#folder, `${forum}.voters.key`);
  }
}

function readKey(file: string): Buffer {
  let key: Buffer;
  try {
    key = readFileSync(file);
  } catch (error) {
    throw new KeyGone(basename(file), error);
  }
  if (key.length !== KEY_BYTES) throw new KeyGone(basename(file), null);
  return key;
}
