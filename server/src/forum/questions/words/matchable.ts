/** The form of a text in which words are looked for: Simplified, half-width, lower case, numbers as digits. */
import { Converter } from 'opencc-js/t2cn';
import { lazily } from './lazily';
import { numeralsAsDigits } from './numerals';

/** Its dictionary takes a tenth of a second to read: only once it is needed. */
const simplified = lazily(() => Converter({ from: 't', to: 'cn' }));

/** Written Cantonese, word for word. */
const CANTONESE: Readonly<Record<string, string>> = {
  ...{ 嘅: '的', 咗: '了', 喺: '在', 畀: '给', 佢: '他', 冇: '没', 唔: '不', 乜: '什么' },
  ...{ 嗰: '那', 係: '是', 哋: '们', 睇: '看', 嚟: '来', 㗎: '', 咁: '这么', 啲: '些' },
};
const CANTONESE_CHARACTER = new RegExp(`[${Object.keys(CANTONESE).join('')}]`, 'g');
const OTHER = /[^\p{Script=Han}a-z0-9]+/gu;

/** Han characters, latin letters and digits of `text`; whatever else stands between them is one space. */
export const toMatchable = (text: string): string => numeralsAsDigits(asSpelled(text));

/** `toMatchable` with its numerals as they are written. */
export function asSpelled(text: string): string {
  const plain = simplified()(evenLetters(text));
  return wordsOnly(plain.replace(CANTONESE_CHARACTER, (char) => CANTONESE[char] ?? char));
}

/** `toMatchable` of a text that is Simplified Mandarin already, such as our own vocabulary. */
export const simplifiedToMatchable = (text: string): string =>
  numeralsAsDigits(wordsOnly(evenLetters(text)));

const evenLetters = (text: string): string => text.normalize('NFKC').toLowerCase();
const wordsOnly = (text: string): string => text.replace(OTHER, ' ').trim();

const HAN = /\p{Script=Han}/u;
export const isHan = (char: string): boolean => HAN.test(char);
