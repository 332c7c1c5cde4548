/**
 * Codes that people read off paper or a screen and type: no characters that look alike, and a check character
 * that tells a slip of the hand before anything is asked of the hub.
 *
 * The check is a pure system modulo a prime in the manner of ISO 7064: the weighted sum of all characters,
 * the check character with weight 1 and the others with 2, 3, 4 …, is 0 modulo 31. Since 31 is prime and the
 * weights differ from each other and from 0, every single wrong character and every exchange of two
 * characters is found.
 */

/** 31 characters, a prime number of them; no 0 O, 1 I L. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const CODE_BASE = CODE_ALPHABET.length;

const weightedSum = (values: readonly number[]): number =>
  values.reduce((sum, value, place) => sum + (place + 2) * value, 0);

/** The characters of `values` (each below {@link CODE_BASE}, at most 28 of them) and the check character, in two halves. */
export function writeCode(values: readonly number[]): string {
  const check = (CODE_BASE - (weightedSum(values) % CODE_BASE)) % CODE_BASE;
  const code = [...values, check].map((value) => CODE_ALPHABET.charAt(value)).join('');
  const half = Math.floor(code.length / 2);
  return `${code.slice(0, half)}-${code.slice(half)}`;
}

/**
 * The values of a code of `length` characters, without the check, or null when `text` is none. Case, spaces and
 * dashes do not matter; no other character is mapped or dropped, so that a mistyped code is told and never
 * becomes another one.
 */
export function readCode(text: string, length: number): readonly number[] | null {
  const code = text.replace(/[\s\p{Dash_Punctuation}]/gu, '').toUpperCase();
  if (code.length !== length) return null;
  const values = [...code].map((character) => CODE_ALPHABET.indexOf(character));
  if (values.length !== length || values.includes(-1)) return null;
  const check = values.pop() ?? 0;
  return (weightedSum(values) + check) % CODE_BASE === 0 ? values : null;
}
