/** Short messages: `say` shows one above the navigation for a while, `whisper` only reads it out. */
const SHOWN_MS = 7_000;

export class Notices {
  #text = $state('');
  #whispered = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;

  get text(): string {
    return this.#text;
  }
  get whispered(): string {
    return this.#whispered;
  }
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#text = text;
    this.#timer = setTimeout(() => this.dismiss(), SHOWN_MS);
  }
  whisper(text: string): void {
    this.#whispered = text;
  }
  dismiss(): void {
    this.#text = '';
  }
}
