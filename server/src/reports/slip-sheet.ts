/**
 * Slips as pages to be printed: four on a sheet of A4, each with a stub to tear off, black on white and
 * without any script but the one behind the button.
 */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { qrPath } from '@wenzheng/shared/ui/qr-path';
import { escapeHtml } from './escape-html';
import { inBreaths } from './in-breaths';
import { SHEET_STYLE } from './slip-sheet-style';

export type PrintLocale = 'zh-CN' | 'en';

interface PrintedSlip {
  readonly serial: string;
  readonly code: string;
}

export interface SheetParts {
  readonly forum: string;
  readonly title: string;
  readonly slips: readonly PrintedSlip[];
  readonly locale: PrintLocale;
  /** Address that phones open, ending in `/`. */
  readonly publicUrl: string;
}

export const SLIPS_ON_SHEET = 4;

/** Where the desk enters a slip: a scanner types it, a phone's camera opens it. */
export const entryUrl = ({ publicUrl, forum }: SheetParts, serial: string): string =>
  new URL(`console?forum=${encodeURIComponent(forum)}#slips/${serial}`, publicUrl).href;

/** Where its writer reads what became of it. */
export const trackingUrl = ({ publicUrl, forum }: SheetParts, code: string): string =>
  new URL(`?forum=${encodeURIComponent(forum)}&code=${code}#mine`, publicUrl).href;

/** All slips, as many sheets as they need. */
export async function slipSheetPage(parts: SheetParts): Promise<string> {
  const sheets = await inBreaths(
    parts.slips,
    SLIPS_ON_SHEET,
    (slips) =>
      `<section class="sheet">${slips.map((each) => slip(parts, each)).join('')}</section>`,
  );
  return page(parts, sheets.join('\n'));
}

/** One stub anew, for somebody who has lost theirs. */
export const stubPage = (parts: SheetParts): string =>
  page(
    parts,
    parts.slips
      .map((each) => `<section class="sheet alone">${stub(parts, each)}</section>`)
      .join('\n'),
  );

function slip(parts: SheetParts, each: PrintedSlip): string {
  const { locale, title } = parts;
  return `<article class="slip">
  <div class="paper">
    <header>
      <div>
        <h2>${escapeHtml(title)}</h2>
        <p>${m.slips_print_instruction({}, { locale })}</p>
      </div>
      <b class="serial">${each.serial}</b>
      ${qr(entryUrl(parts, each.serial), m.slips_print_entry_qr({}, { locale }))}
    </header>
    <div class="lines">${'<i></i>'.repeat(4)}</div>
    <p class="name">${m.slips_print_name({}, { locale })}<i></i></p>
  </div>
  ${stub(parts, each)}
</article>`;
}

const stub = (parts: SheetParts, { serial, code }: PrintedSlip): string => {
  const { locale, title } = parts;
  return `<aside class="stub">
    <h3>${m.slips_print_stub({}, { locale })}</h3>
    <p class="forum">${escapeHtml(title)}</p>
    <div class="codes">
      ${qr(trackingUrl(parts, code), m.slips_print_tracking_qr({}, { locale }))}
      <dl>
        <dt>${m.slips_print_code({}, { locale })}</dt>
        <dd class="code">${code}</dd>
        <dd class="number">${serial}</dd>
      </dl>
    </div>
    <p>${m.slips_print_follow({}, { locale })}</p>
  </aside>`;
};

function qr(text: string, label: string): string {
  const { size, path } = qrPath(text);
  return `<svg class="qr" role="img" aria-label="${escapeHtml(label)}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}

function page({ title, slips, locale }: SheetParts, body: string): string {
  const batch = [slips[0]?.serial, slips.at(-1)?.serial].filter(Boolean).join('–');
  const name = escapeHtml(m.slips_print_title({ title, batch }, { locale }));
  return `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <link rel="icon" href="data:," />
    <title>${name}</title>
    <style>${SHEET_STYLE}</style>
    <script src="/print/print.js" defer></script>
  </head>
  <body>
    <nav class="screen">
      <h1>${name}</h1>
      <p>${m.slips_print_hint({}, { locale })}</p>
      <button type="button" id="print">${m.slips_print_button({}, { locale })}</button>
    </nav>
    <main>
${body}
    </main>
  </body>
</html>
`;
}

/** The script behind the page's one button. */
export const PRINT_SCRIPT =
  "document.getElementById('print').addEventListener('click', () => print());\n";
