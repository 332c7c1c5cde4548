/** What the address of a display says: `?forum=ID&lang=en&theme=ink&sound=off`. */
import { baseLocale, isLocale, type Locale } from '@wenzheng/shared/paraglide/runtime.js';

export type Theme = 'paper' | 'ink';

export interface Settings {
  /** Null for the live forum. */
  readonly forum: string | null;
  /** The language of the place, not of the browser that happens to drive the projector. */
  readonly locale: Locale;
  readonly theme: Theme;
  /** `off` where another screen of the hall gives the sound of films. */
  readonly sound: boolean;
}

export function readSettings(search: string): Settings {
  const query = new URLSearchParams(search);
  const lang = query.get('lang');
  return {
    forum: query.get('forum'),
    locale: isLocale(lang) ? lang : baseLocale,
    theme: query.get('theme') === 'ink' ? 'ink' : 'paper',
    sound: query.get('sound') !== 'off',
  };
}
