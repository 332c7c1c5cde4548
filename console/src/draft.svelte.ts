/**
 * A text that is being written: it outlives a reload and is forgotten once it was sent. Ids begin anew in
 * each forum, so a draft belongs to one.
 */
import { deviceStorage } from '@wenzheng/shared/live/device-storage';

const storage = deviceStorage();
const prefixOf = (forum: string): string => `wz.draft.${forum}.`;

export class Draft {
  readonly #key: string;
  #text = $state('');

  constructor(forum: string, name: string) {
    this.#key = prefixOf(forum) + name;
    this.#text = storage.get(this.#key) ?? '';
  }

  get text(): string {
    return this.#text;
  }
  set text(text: string) {
    this.#text = text;
    if (text === '') storage.remove(this.#key);
    else storage.set(this.#key, text);
  }

  /** Forgets `sent`; words that were written since, here or on another page, stay. */
  forget(sent: string): void {
    if ((storage.get(this.#key) ?? '') === sent) this.text = '';
  }
}

/**
 * Forgets the drafts of `forum` of which `isGone` says that nobody will go on with them. `textOf` reads any of them,
 * one that is forgotten already as empty.
 */
export function sweepDrafts(
  forum: string,
  isGone: (name: string, textOf: (name: string) => string) => boolean,
): void {
  const prefix = prefixOf(forum);
  const textOf = (name: string): string => storage.get(prefix + name) ?? '';
  for (const key of storage.keys()) {
    if (key.startsWith(prefix) && isGone(key.slice(prefix.length), textOf)) storage.remove(key);
  }
}
