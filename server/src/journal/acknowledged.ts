/**
 * How far each forum's journal was acknowledged, in a small file each beside the database. It is written after
 * the commit and never waited for: at worst it lags behind. A journal that ends before it has lost its end,
 * be it that the write-ahead log is missing or damaged or that an older file was put in its place.
 */
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** Always as long, so that a new figure covers the old one and needs no space. */
const DIGITS = 16;

/** Deleting it has the hub forget what it knows to be missing. */
export const acknowledgedFolder = (folder: string): string => join(folder, 'acknowledged');

const fileOf = (folder: string, forum: string): string => join(acknowledgedFolder(folder), forum);

/** Forums and how far they were acknowledged; a file that holds no figure says nothing. */
export function acknowledgedHeads(folder: string): readonly (readonly [string, number])[] {
  return filesIn(acknowledgedFolder(folder)).flatMap((forum) => {
    const head = Number.parseInt(readFileSync(fileOf(folder, forum), 'utf8'), 10);
    return Number.isSafeInteger(head) ? [[forum, head] as const] : [];
  });
}

/** Names of the files in `folder`; none if there is no such folder. */
export function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

export class AcknowledgedHead {
  readonly #handle: number;
  readonly #file: string;
  #isOpen = true;

  /** Throws what the system says if the file cannot be opened. */
  constructor(folder: string, forum: string) {
    mkdirSync(acknowledgedFolder(folder), { recursive: true, mode: 0o700 });
    const { O_CREAT, O_WRONLY } = constants;
    this.#file = fileOf(folder, forum);
    this.#handle = openSync(this.#file, O_CREAT | O_WRONLY, 0o600);
    // From here on no figure needs space that a full disk would not have.
    if (fstatSync(this.#handle).size === 0) this.keep(0);
  }

  /** Nothing happens once it is closed: its handle may be another file's by then. */
  keep(head: number): void {
    if (!this.#isOpen) return;
    writeSync(this.#handle, `${String(head).padStart(DIGITS, '0')}\n`, 0);
  }

  close(): void {
    this.#isOpen = false;
    closeSync(this.#handle);
  }

  /** For a forum that is wiped; without the file the hub misses nothing. */
  remove(): void {
    this.close();
    rmSync(this.#file, { force: true });
  }
}
