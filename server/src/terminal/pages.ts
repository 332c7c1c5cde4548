/** What the programs print for people: where everything is, and how to get in. */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { bilingual, chinese, english } from './bilingual';
import { qrCode } from './qr';

const INDENT = '  ';
const LABEL_WIDTH = 24;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/;

export interface StartPage {
  /** Address that phones open, ending in `/`. */
  readonly url: string;
  /** What is shown at the first start only. */
  readonly welcome: { readonly hostPin: string; readonly adminUrl: string } | null;
  /** Data folder as it was chosen; null for the usual one. */
  readonly data: string | null;
  readonly colours: boolean;
}

export function startPage({ url, welcome, data, colours }: StartPage): string {
  return page([
    '',
    bilingual(m.app_name, {}),
    '',
    row(bilingual(m.hub_screen_display, {}), new URL('display', url).href),
    row(bilingual(m.hub_screen_console, {}), new URL('console', url).href),
    row(bilingual(m.hub_screen_phones, {}), url),
    '',
    ...(welcome ? welcomeLines(welcome, colours) : qrCode(url, colours)),
    '',
    bilingual(m.hub_more_access, {}),
    `npm run wenzheng -- access --role host${data === null ? '' : ` --data "${data}"`}`,
    bilingual(m.hub_stop_note, {}),
    '',
  ]);
}

function welcomeLines(
  { hostPin, adminUrl }: NonNullable<StartPage['welcome']>,
  colours: boolean,
): string[] {
  return [
    `── ${bilingual(m.hub_first_start, {})} ${'─'.repeat(36)}`,
    '',
    row(bilingual(m.hub_host_pin, {}), `${hostPin.slice(0, 4)} ${hostPin.slice(4)}`),
    ...twoLines(m.hub_host_pin_note),
    '',
    bilingual(m.hub_admin_link, {}),
    adminUrl,
    ...twoLines(m.hub_admin_link_note),
    '',
    ...qrCode(adminUrl, colours),
  ];
}

export interface LinkPage {
  readonly title: string;
  readonly url: string;
  readonly note: string;
  readonly colours: boolean;
}

export const linkPage = ({ title, url, note, colours }: LinkPage): string =>
  page(['', title, url, note, '', ...qrCode(url, colours), '']);

const page = (lines: readonly string[]): string =>
  lines.map((line) => `${line === '' ? '' : INDENT}${line}\n`).join('');

const twoLines = (text: typeof m.hub_host_pin_note): string[] => [
  chinese(text, {}),
  english(text, {}),
];

const row = (label: string, value: string): string =>
  `${label}${' '.repeat(Math.max(2, LABEL_WIDTH - columns(label)))}${value}`;

/** Chinese characters take two columns of a terminal. */
const columns = (text: string): number =>
  [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
