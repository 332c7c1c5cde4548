/** A text that is being written: it outlives a reload and is forgotten once it was sent. */
import { deviceStorage } from '@wenzheng/shared/live/storage';

const storage = deviceStorage();

export class Draft {
  readonly #key: string;
  #text = $state('');

  constructor(name: string) {
    this.#key = `wz.draft.${name}`;
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
  clear(): void {
    this.text = '';
  }
}
