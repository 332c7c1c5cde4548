/** 关怀模式: larger text and fewer things, remembered by the device. Styles follow `data-easy` on html. */
import type { OutboxStorage } from '@wenzheng/shared/live/outbox';

const KEY = 'wz.easy';

export class EasyMode {
  readonly #storage: OutboxStorage;
  #on = $state(false);

  constructor(storage: OutboxStorage) {
    this.#storage = storage;
    this.#set(storage.get(KEY) === '1');
  }
  get on(): boolean {
    return this.#on;
  }
  toggle(): void {
    this.#set(!this.#on);
    this.#storage.set(KEY, this.#on ? '1' : '0');
  }

  #set(on: boolean): void {
    this.#on = on;
    document.documentElement.toggleAttribute('data-easy', on);
  }
}
