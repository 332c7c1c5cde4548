/** A QR code of a text as one path of unit squares, for drawings that stay sharp at any size. */
import { encode } from 'uqr';

export interface QrPath {
  /** Units on a side, the quiet border among them. */
  readonly size: number;
  /** The dark squares, as data of an SVG path. */
  readonly path: string;
}

export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: 'M', border: 2 });
  const path = data
    .map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
    .join('');
  return { size, path };
}
