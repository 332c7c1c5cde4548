/** Light or dark: as the device has it, unless the person on it chose otherwise. */
import { deviceStorage } from '@wenzheng/shared/live/device-storage';

export type Theme = 'paper' | 'ink';

const KEY = 'wz.theme';
const storage = deviceStorage();

const other = (theme: Theme): Theme => (theme === 'ink' ? 'paper' : 'ink');
const read = (text: string | null): Theme | null =>
  text === 'paper' || text === 'ink' ? text : null;

class ThemeChoice {
  readonly #dark = globalThis.matchMedia('(prefers-color-scheme: dark)');
  #device = $state<Theme>(this.#dark.matches ? 'ink' : 'paper');
  #chosen = $state<Theme | null>(read(storage.get(KEY)));

  constructor() {
    this.#dark.addEventListener('change', ({ matches }) => {
      this.#device = matches ? 'ink' : 'paper';
    });
  }

  get current(): Theme {
    return this.#chosen ?? this.#device;
  }

  /** Changes to the other one; what the device has anyway is followed from then on. */
  switch(): void {
    const wanted = other(this.current);
    this.#chosen = wanted === this.#device ? null : wanted;
    if (this.#chosen === null) storage.remove(KEY);
    else storage.set(KEY, this.#chosen);
  }
}

/** One for the page. */
export const theme = new ThemeChoice();
