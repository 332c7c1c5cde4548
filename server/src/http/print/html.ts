/** What print pages are made of: escaped text, QR codes, and an A4 sheet that a plain office printer gets right. */
import { encode } from 'uqr';
import { escapeHtml } from '../../reports/escape-html';

export type Language = 'zh-CN' | 'en';

/** A QR code as one path of unit squares; black, with the white border that scanners need. */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 3 });
  const path = data
    .map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
    .join('');
  return `<svg class="qr" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true"><path d="${path}"/></svg>`;
}

const SHEET = `
  @page { size: A4; margin: 0; }
  * { box-sizing: border-box; margin: 0; padding: 0; }
  body { background: #fff; color: #000; line-break: strict;
    font: 11pt/1.45 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif; }
  .page { width: 210mm; height: 297mm; padding: 12mm; overflow: hidden; break-after: page; }
  .page:last-child { break-after: auto; }
  .qr { display: block; fill: #000; }
  .hint { padding: 8px 16px; border-bottom: 1px solid #000; font-size: 14px; }
  @media print { .hint { display: none; } }
`;

/** A whole page; `hint` stands above the sheets on the screen and is not printed. */
export const printPage = (
  language: Language,
  { title, hint, style, body }: Readonly<Record<'title' | 'hint' | 'style' | 'body', string>>,
): string => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="robots" content="noindex" />
    <link rel="icon" href="data:," />
    <title>${escapeHtml(title)}</title>
    <style>${SHEET}${style}</style>
  </head>
  <body>
    <p class="hint">${escapeHtml(hint)}</p>
    ${body}
  </body>
</html>
`;
