/**
 * Words that lie in no form and are not on their way: refused after their writer had gone on, or given way to
 * others in the form. They stay on the device until they are taken up again or thrown away.
 */
import type { OutboxStorage } from '@wenzheng/shared/live/outbox';
import type { Refusal } from '@wenzheng/shared/wire/protocol';
import { isDraft, isRecord, parseKept, type Draft } from './draft';

export interface Aside<D extends Draft> {
  readonly draft: D;
  /** Why they were refused; null if they were never sent. */
  readonly refusal: Refusal | null;
}

export class SetAside<D extends Draft> {
  readonly #storage: OutboxStorage;
  readonly #key: string;
  readonly #empty: D;
  #all = $state.raw<readonly Aside<D>[]>([]);

  constructor(storage: OutboxStorage, key: string, empty: D) {
    this.#storage = storage;
    this.#key = key;
    this.#empty = empty;
    this.#all = this.#read();
  }

  /** The latest first. */
  get all(): readonly Aside<D>[] {
    return this.#all;
  }
  /** The same words lie here once. */
  put({ draft, refusal }: Aside<D>): void {
    const put = { draft: { ...draft, sent: false }, refusal };
    this.#keep([put, ...this.#without(draft.text)]);
  }
  drop({ draft }: Aside<D>): void {
    this.#keep(this.#without(draft.text));
  }

  /** As another page of this device may have left it. */
  #without(text: string): readonly Aside<D>[] {
    return this.#read().filter(({ draft }) => draft.text !== text);
  }
  #read(): readonly Aside<D>[] {
    const found = parseKept(this.#storage.get(this.#key));
    return Array.isArray(found) ? found.filter((each) => isAside(each, this.#empty)) : [];
  }
  #keep(all: readonly Aside<D>[]): void {
    this.#all = all;
    if (all.length === 0) this.#storage.remove(this.#key);
    else this.#storage.set(this.#key, JSON.stringify(all));
  }
}

const isAside = <D extends Draft>(value: unknown, empty: D): value is Aside<D> =>
  isRecord(value) &&
  isDraft(value.draft, empty) &&
  (value.refusal === null || (isRecord(value.refusal) && typeof value.refusal.code === 'string'));
