/** Journal and vault in memory, kept as bytes so that nothing is shared with who wrote it. */
import { decodeEntry, encodeEntry, type Entry } from '@wenzheng/server/src/journal/entry';
import {
  HeadMoved,
  type Journal,
  type KeptWords,
  type Vault,
} from '@wenzheng/server/src/journal/port';

export class MemoryJournal implements Journal, Vault {
  readonly #bytes: string[] = [];
  readonly #words = new Map<string, string>();

  get size(): number {
    return this.#bytes.length;
  }

  /** Throws HeadMoved. */
  write(entries: readonly Entry[], words: readonly KeptWords[], expectedHead: number): void {
    if (expectedHead !== this.size) throw new HeadMoved(`head is ${this.size}`);
    this.#bytes.push(...entries.map(encodeEntry));
    for (const { id, text } of words) this.#words.set(id, text);
  }
  entries(from: number, limit: number): Entry[] {
    return this.#bytes.slice(from - 1, from - 1 + limit).map(decodeEntry);
  }
  texts(): [string, string][] {
    return [...this.#words];
  }

  async append(...batch: Parameters<Journal['append']>): Promise<void> {
    this.write(...batch);
  }
  async read(from: number, limit: number): Promise<readonly Entry[]> {
    return this.entries(from, limit);
  }
  async head(): Promise<number> {
    return this.size;
  }
  async words(): Promise<Iterable<readonly [string, string]>> {
    return this.texts();
  }
}
