/** Tracking codes, which people read off a stub, write down and type on a phone. */
import { CODE_ALPHABET, CODE_BASE, readCode, writeCode } from './checked-code';

export const TRACKING_ALPHABET = CODE_ALPHABET;

const RANDOM_CHARACTERS = 5;

/**
 * A code 'ABC-DEF': five characters from `random` (at least 5 bytes; the first 5 are used) and the check
 * character. Of 2^40 numbers onto 31^5 codes, none is likelier than another by more than 1 in 38,000.
 * @throws RangeError when `random` is too short.
 */
export function makeTrackingCode(random: Uint8Array): string {
  if (random.length < 5) throw new RangeError('makeTrackingCode needs 5 random bytes');
  let rest = random.subarray(0, 5).reduce((number, byte) => number * 256 + byte, 0);
  const values = Array.from({ length: RANDOM_CHARACTERS }, () => {
    const value = rest % CODE_BASE;
    rest = Math.floor(rest / CODE_BASE);
    return value;
  });
  return writeCode(values);
}

/** The code in `text` as 'ABC-DEF', or null when it is none. */
export function parseTrackingCode(text: string): string | null {
  const values = readCode(text, RANDOM_CHARACTERS + 1);
  return values && writeCode(values);
}
