/** Chinese numerals as digits, so that 十八路 and 18路 are the same words. */
const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const NUMERAL =
  /[零〇一二两三四五六七八九]?[十百千](?:[零〇一二两三四五六七八九十百千])*|[零〇一二两三四五六七八九]+/g;

/** Any character of a numeral. */
export const NUMERAL_CHARACTER = '[零〇一二两三四五六七八九十百千]';

/** `一百二十` becomes `120`, `二〇二四` `2024`; 百 and 千 alone, as in 百姓, stay words. */
export const numeralsAsDigits = (text: string): string =>
  text.replace(NUMERAL, (numeral) => {
    if (/^[百千]/.test(numeral)) return numeral;
    return /[十百千]/.test(numeral) ? String(valueOf(numeral)) : digitByDigit(numeral);
  });

const digitOf = (char: string): number =>
  char === '〇' ? 0 : char === '两' ? 2 : DIGITS.indexOf(char);

const digitByDigit = (numeral: string): string =>
  [...numeral].map((char) => String(digitOf(char))).join('');

function valueOf(numeral: string): number {
  let sum = 0;
  let digit: number | null = null;
  for (const char of numeral) {
    const unit = UNITS[char];
    if (unit === undefined) digit = digitOf(char);
    else {
      sum += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return sum + (digit ?? 0);
}
