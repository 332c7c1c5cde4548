/** What the address of a display says: `?layout=stage&forum=ID&lang=en&theme=ink&place=2&sound=off`. */
import { layoutNamed, type Layout } from '@wenzheng/shared/forum/layouts';
import { baseLocale, isLocale, type Locale } from '@wenzheng/shared/paraglide/runtime.js';

export type Theme = 'paper' | 'ink';

export interface Settings {
  readonly layout: Layout;
  /** Null for the live forum. */
  readonly forum: string | null;
  /** The language of the place, not of the browser that happens to drive the projector. */
  readonly locale: Locale;
  readonly theme: Theme;
  /** Tells two displays of one layout apart that one computer drives; empty for the only one. */
  readonly place: string;
  /** `off` where another screen of the hall gives the sound of films. */
  readonly sound: boolean;
}

export function readSettings(search: string): Settings {
  const query = new URLSearchParams(search);
  const lang = query.get('lang');
  return {
    layout: layoutNamed(query.get('layout')),
    forum: query.get('forum'),
    locale: isLocale(lang) ? lang : baseLocale,
    theme: query.get('theme') === 'ink' ? 'ink' : 'paper',
    place: query.get('place') ?? '',
    sound: query.get('sound') !== 'off',
  };
}
