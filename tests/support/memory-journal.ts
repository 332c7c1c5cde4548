/** Journal and vault in memory, kept as bytes so that nothing is shared with who wrote it. */
import { decodeEntry, encodeEntry, type Entry } from '@wenzheng/server/src/journal/entry';
import type { Picture } from '@wenzheng/server/src/journal/picture';
import {
  HeadMoved,
  StorageFailed,
  type Journal,
  type Kept,
  type Vault,
} from '@wenzheng/server/src/journal/port';

export class MemoryJournal implements Journal, Vault {
  readonly #bytes: string[] = [];
  readonly #words = new Map<string, string>();
  readonly #pictures = new Map<string, Picture>();

  get size(): number {
    return this.#bytes.length;
  }

  /** All of it or nothing. Throws HeadMoved, or StorageFailed if there are words or a picture of such an id already. */
  write(entries: readonly Entry[], kept: readonly Kept[], expectedHead: number): void {
    if (expectedHead !== this.size) throw new HeadMoved(`head is ${this.size}`);
    const bytes = entries.map(encodeEntry);
    const taken = kept.find((each) => ('text' in each ? this.#words : this.#pictures).has(each.id));
    if (taken) throw new StorageFailed(`there is ${taken.id} already`);
    for (const each of bytes) this.#bytes.push(each);
    for (const each of kept) {
      if ('text' in each) this.#words.set(each.id, each.text);
      else this.#pictures.set(each.id, each.picture);
    }
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

  pictureOf(id: string): Picture | null {
    return this.#pictures.get(id) ?? null;
  }
  eraseBut(named: ReadonlySet<string>): void {
    for (const id of [...this.#pictures.keys()]) if (!named.has(id)) this.#pictures.delete(id);
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
  async picture(id: string): Promise<Picture | null> {
    return this.pictureOf(id);
  }
  async erasePicturesBut(named: ReadonlySet<string>): Promise<void> {
    this.eraseBut(named);
  }
}
