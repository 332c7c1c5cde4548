/** Slides for tests, made by hand (ISO 32000): a page each says its number, in large letters on a ground of its own. */

const WIDTH = 960;
const HEIGHT = 540;
const GROUNDS = ['0.12 0.29 0.23', '0.60 0.09 0.11', '0.08 0.09 0.12', '0.45 0.30 0.05'];

/** `locked`: as if they asked for a password; nothing in them is really enciphered. */
export function pdfOf(pages: number, { locked = false } = {}): Buffer {
  const first = 5;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${numbers(pages, (page) => `${first + 2 * page} 0 R`)}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
    ...Array.from({ length: pages }, (_, page) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${first + 2 * page + 1} 0 R` +
        ' /Resources << /Font << /F 3 0 R >> >> >>',
      stream(page),
    ]).flat(),
  ];
  const trailer = locked ? `/Encrypt 4 0 R /ID [<${'43'.repeat(16)}> <${'43'.repeat(16)}>]` : '';
  return written(objects, trailer);
}

const numbers = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index)).join(' ');

function stream(page: number): string {
  const ground = GROUNDS[page % GROUNDS.length] ?? '0 0 0';
  const drawn =
    `${ground} rg 0 0 ${WIDTH} ${HEIGHT} re f 1 1 1 rg ` +
    `BT /F 150 Tf 120 200 Td (Page ${page + 1}) Tj ET`;
  return `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`;
}

function written(objects: readonly string[], trailer: string): Buffer {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
