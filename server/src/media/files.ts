/**
 * Film clips and slides as files of the data folder, each under a random name that says nothing and never changes. A
 * file that is still coming in has an ending of its own; whatever nobody names any more is deleted.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rename, rm, statfs, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { sync } from '../journal/durable-files';

const NAME = /^[0-9a-f]{32}$/;
const PART = '.part';
/** What is left free for the forum itself, whatever organisers bring along (bytes). */
const RESERVE = 256 * 1_048_576;

export const mediaFolder = (data: string): string => join(data, 'media');

/** Names of the files in `folder` that are whole; none if there is no such folder. */
export function wholeFiles(folder: string): string[] {
  return namesIn(folder).filter((name) => NAME.test(name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

export class MediaFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Path of a whole file; null for what cannot be a name of one. */
  pathOf(media: string): string | null {
    return NAME.test(media) ? join(this.#folder, media) : null;
  }
  partOf(media: string): string {
    return join(this.#folder, `${media}${PART}`);
  }

  /** Whether `bytes` more leave enough for the forum itself. */
  async hasRoom(bytes: number): Promise<boolean> {
    this.#make();
    const { bavail, bsize } = await statfs(this.#folder);
    return bavail * bsize >= bytes + RESERVE;
  }

  /** Begins a file. Rejects with what the system says. */
  async begin(media: string): Promise<FileHandle> {
    this.#make();
    return open(this.partOf(media), 'wx', 0o600);
  }
  /** The file has come whole and is on the disk: it takes its name. */
  async keep(media: string): Promise<void> {
    await rename(this.partOf(media), join(this.#folder, media));
    sync(this.#folder);
  }
  async drop(media: string): Promise<void> {
    await rm(this.partOf(media), { force: true });
    await rm(join(this.#folder, media), { force: true });
  }

  /** Deletes every whole file but those in `named`. */
  sweep(named: ReadonlySet<string>): void {
    for (const name of wholeFiles(this.#folder))
      if (!named.has(name)) rmSync(join(this.#folder, name), { force: true });
  }
  /** Deletes what an earlier run had not finished. */
  forgetParts(): void {
    for (const name of namesIn(this.#folder))
      if (name.endsWith(PART)) rmSync(join(this.#folder, name), { force: true });
  }

  #make(): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
  }
}
