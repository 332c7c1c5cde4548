/** The reader's language as a rune: every message read in a template follows it, and nothing is lost. */
import type { OutboxStorage } from '@wenzheng/shared/live/outbox';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { overwriteGetLocale } from '@wenzheng/shared/paraglide/runtime.js';

type Locale = 'zh-CN' | 'en';

/** Where the other screens keep it too. */
const KEY = 'PARAGLIDE_LOCALE';

let locale = $state.raw<Locale>('zh-CN');

export const language = {
  get locale(): Locale {
    return locale;
  },
  /** Takes the language chosen before, or the phone's own. Call before anything is shown. */
  recall(storage: OutboxStorage): void {
    const wanted = storage.get(KEY) ?? navigator.language;
    overwriteGetLocale(() => locale);
    show(wanted.startsWith('en') ? 'en' : 'zh-CN');
  },
  switch(storage: OutboxStorage): void {
    show(locale === 'en' ? 'zh-CN' : 'en');
    storage.set(KEY, locale);
  },
};

function show(wanted: Locale): void {
  locale = wanted;
  document.documentElement.lang = wanted;
  document.title = m.audience_title();
}
