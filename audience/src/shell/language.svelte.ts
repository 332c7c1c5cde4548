/** The reader's language as a rune: every message read in a template follows it, and nothing is lost. */
import { getLocale, overwriteGetLocale, setLocale } from '@wenzheng/shared/paraglide/runtime.js';

type Locale = ReturnType<typeof getLocale>;

class Language {
  #locale = $state.raw<Locale>(getLocale());

  constructor() {
    overwriteGetLocale(() => this.#locale);
    document.documentElement.lang = this.#locale;
  }
  get locale(): Locale {
    return this.#locale;
  }
  switch(): void {
    const other = this.#locale === 'en' ? 'zh-CN' : 'en';
    void setLocale(other, { reload: false });
    this.#locale = other;
    document.documentElement.lang = other;
  }
}

export const language = new Language();
