/** Serial numbers of printed slips, as they stand on paper and as people type or scan them; free of zod. */

/** Letters of a batch, and its running number. */
export interface SlipNumber {
  readonly batch: string;
  readonly number: number;
}

/** Of one batch: its numbers have four digits. */
export const MOST_IN_BATCH = 9_999;
export const BATCH_LETTERS = 3;

const DIGITS = 4;
const SERIAL = /^([A-Z]{1,3})[-\s]?(\d{1,4})$/;
/** What a QR code of a slip ends in: the console's address with the serial number. */
const IN_ADDRESS = /#slips\/([^/?#]+)$/;

/** 'A-0001'. */
export const serialOf = ({ batch, number }: SlipNumber): string =>
  `${batch}-${String(number).padStart(DIGITS, '0')}`;

/** What `text` names: 'a1', 'A 0001' and the address in a slip's QR code are all 'A-0001'; null if it is none. */
export function parseSerial(text: string): SlipNumber | null {
  const scanned = IN_ADDRESS.exec(text.trim())?.[1] ?? text.trim();
  const [, batch, digits] = SERIAL.exec(scanned.normalize('NFKC').toUpperCase()) ?? [];
  const number = Number(digits);
  return batch === undefined || !(number > 0) ? null : { batch, number };
}

/** The serial number that `text` names; a number of another kind as it is written. */
export function serialNamed(text: string): string {
  const slip = parseSerial(text);
  return slip ? serialOf(slip) : text;
}

/** The slip after `serial`; null at the end of a batch, or where there is no such serial. */
export function serialAfter(serial: string): string | null {
  const slip = parseSerial(serial);
  if (!slip || slip.number >= MOST_IN_BATCH) return null;
  return serialOf({ ...slip, number: slip.number + 1 });
}
