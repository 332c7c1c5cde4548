/** A QR code made of text. It is drawn light on dark, which a terminal with dark letters has to be told. */
import { renderUnicodeCompact } from 'uqr';

const WHITE_ON_BLACK = '\u001b[97;40m';
const RESET = '\u001b[0m';

export function qrCode(text: string, colours: boolean): string[] {
  const lines = renderUnicodeCompact(text, { border: 2 }).split('\n');
  return colours ? lines.map((line) => `${WHITE_ON_BLACK}${line}${RESET}`) : lines;
}
