/**
 * A text with every way to write a digit turned into that digit, and full-width letters and signs into ordinary ones.
 * One code unit stays one, so that what is found there lies at the same place in the original.
 */
const CHINESE = '零一二三四五六七八九';
const OTHERS: Readonly<Record<string, string>> = {
  ...{ 〇: '0', 两: '2', 幺: '1', 壹: '1', 贰: '2', 叁: '3', 肆: '4', 伍: '5' },
  ...{ 陆: '6', 柒: '7', 捌: '8', 玖: '9', 貳: '2', 參: '3', 陸: '6', 兩: '2' },
  ...{ '－': '-', '–': '-', '—': '-', '−': '-', '·': '.', '•': '.', '・': '.', '\u3000': ' ' },
};

/** `spelled`: Chinese numerals, too. They are left alone where they are more likely words. */
export function withPlainDigits(text: string, spelled: boolean): string {
  return text
    .split('')
    .map((unit) => plainUnit(unit, spelled))
    .join('');
}

function plainUnit(unit: string, spelled: boolean): string {
  const code = unit.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) {
    const half = String.fromCharCode(code - 0xfee0);
    return OTHERS[unit] ?? half;
  }
  const other = OTHERS[unit];
  if (other !== undefined) return spelled || !/[0-9]/.test(other) ? other : unit;
  const digit = CHINESE.indexOf(unit);
  return spelled && digit >= 0 ? String(digit) : unit;
}

/** The check of bank card numbers (Luhn, ISO/IEC 7812-1 annex B). */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  [...digits].reverse().forEach((digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}
