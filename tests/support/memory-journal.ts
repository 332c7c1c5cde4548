/** Journal and vault in memory, kept as bytes so that nothing is shared with who wrote it. */
import { decodeEntry, encodeEntry, type Entry } from '@wenzheng/server/src/journal/entry';
import {
  HeadMoved,
  StorageFailed,
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

  /** All of it or nothing. Throws HeadMoved, or StorageFailed if there are words of such an id already. */
  write(entries: readonly Entry[], words: readonly KeptWords[], expectedHead: number): void {
    if (expectedHead !== this.size) throw new HeadMoved(`head is ${this.size}`);
    const bytes = entries.map(encodeEntry);
    const taken = words.find(({ id }) => this.#words.has(id));
    if (taken) throw new StorageFailed(`there are words ${taken.id} already`);
    for (const each of bytes) this.#bytes.push(each);
    for (const { id, text } of words) this.#words.set(id, text);
  }
  entries(from: number, limit: number): Entry[] {
    return this.#bytes.slice(from - 1, from - 1 + limit).map(decodeEntry);
  }
  /** The bytes of entry `seq`; null if there is none. */
  bytes(seq: number): string | null {
    return this.#bytes[seq - 1] ?? null;
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
