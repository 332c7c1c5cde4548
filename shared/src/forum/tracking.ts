/**
 * Tracking codes, which people read off a stub, write down and type on a phone: no characters that look
 * alike, and a check character that tells a slip of the hand before anything is asked of the hub.
 */

/** 31 characters, a prime number of them; no 0 O, 1 I L. */
export const TRACKING_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const PRIME = TRACKING_ALPHABET.length;
/** Of the five random characters; the check character's own weight is 1. All distinct, none 0. */
const WEIGHTS = [2, 3, 4, 5, 6] as const;
const LENGTH = WEIGHTS.length + 1;

/**
 * A code 'ABC-DEF': five characters from `random` (at least 5 bytes; the first 5 are used) and the check
 * character. Of 2^40 numbers onto 31^5 codes, none is likelier than another by more than 1 in 38,000.
 *
 * The check is a pure system modulo a prime in the manner of ISO 7064: the weighted sum of all six
 * characters is 0 modulo 31. Since 31 is prime and the weights differ from each other and from 0, every
 * single wrong character and every exchange of two characters is found.
 * @throws RangeError when `random` is too short.
 */
export function makeTrackingCode(random: Uint8Array): string {
  if (random.length < 5) throw new RangeError('makeTrackingCode needs 5 random bytes');
  let rest = random.subarray(0, 5).reduce((number, byte) => number * 256 + byte, 0);
  const values = WEIGHTS.map(() => {
    const value = rest % PRIME;
    rest = Math.floor(rest / PRIME);
    return value;
  });
  const check = (PRIME - (weightedSum(values) % PRIME)) % PRIME;
  const code = [...values, check].map((value) => TRACKING_ALPHABET.charAt(value)).join('');
  return format(code);
}

/**
 * The code in `text` as 'ABC-DEF', or null when it is none. Case, spaces and dashes do not matter; no
 * other character is mapped or dropped, so that a mistyped code is told and never becomes another one.
 */
export function parseTrackingCode(text: string): string | null {
  const code = text.replace(/[\s\p{Dash_Punctuation}]/gu, '').toUpperCase();
  if (code.length !== LENGTH) return null;
  const values = [...code].map((character) => TRACKING_ALPHABET.indexOf(character));
  if (values.length !== LENGTH || values.includes(-1)) return null;
  const check = values[WEIGHTS.length] ?? 0;
  return (weightedSum(values) + check) % PRIME === 0 ? format(code) : null;
}

const weightedSum = (values: readonly number[]): number =>
  WEIGHTS.reduce<number>((sum, weight, place) => sum + weight * (values[place] ?? 0), 0);

const format = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`;
