import { cleanWords, words, dateSchema, id } from '@wenzheng/shared/forum/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('people’s words are cleaned', () => {
  test.each([
    ['of space around and within', '  路灯 \t 坏了  ', '路灯 坏了'],
    ['of empty lines', 'a \r\n\r\n\n b', 'a\nb'],
    ['of zero-width characters', 'a\u200bb\u200dc\ufeffd\u2060e', 'abcde'],
    ['of direction overrides', '\u202eevil\u2066\u2069\u061c', 'evil'],
    ['of control characters', 'a\u0000b\u001bc\u0085d', 'abcd'],
    ['of line separators', 'a\u2028b\u2029c', 'abc'],
    ['of blanks that look like nothing', '\u3164\u115f\u2800\uffa0', ''],
    ['of hidden tags', 'a\u{e0041}\u{e007f}', 'a'],
    ['of halves of characters', 'a\ud83db\udc00', 'ab'],
    ['into composed characters', 'e\u0301', 'é'],
    ['into composed characters, whatever lies between', 'e\u200b\u0301', 'é'],
    ['of floods of marks', `a${'\u0338'.repeat(40)}`, `a${'\u0338'.repeat(3)}`],
    [
      'of selectors that select nothing',
      'a\ufe0f问\u{e0100}\u{e0100} \ufe0f\u180b',
      'a问\u{e0100}',
    ],
    ['of joiners that join nothing', '\u200d问\u200d政\u200c😀\u200d', '问政😀'],
    ['of what is no character', 'a\ufffe\uffff\u{1ffff}b', 'ab'],
    ['of columns', `${'a\n'.repeat(2_000)}b`, `${'a\n'.repeat(19)}${'a '.repeat(1_981)}b`],
    ['of towers of signs', 'ก' + '็'.repeat(30), 'ก็็็'],
    ['but keep emoji', '❤️😀1️⃣', '❤️😀1️⃣'],
    ['but keep emoji made of several', '👨‍👩‍👧 👩🏽‍🚒 🏳️‍🌈 ❤️‍🔥', '👨‍👩‍👧 👩🏽‍🚒 🏳️‍🌈 ❤️‍🔥'],
    ['but keep rare characters', '𠮷野 𪚥 𰻝 㐂', '𠮷野 𪚥 𰻝 㐂'],
    ['but keep the form of a character', '葛\u{e0100}城 邉\u{e0102}', '葛\u{e0100}城 邉\u{e0102}'],
    ['but keep Tibetan', 'བསྒྲུབས་ རྒྱུ ཧཱུྃ རྐྵྨྱྃ', 'བསྒྲུབས་ རྒྱུ ཧཱུྃ རྐྵྨྱྃ'],
    ['but keep Uyghur', 'ئۇيغۇرچە سوئال', 'ئۇيغۇرچە سوئال'],
    ['but keep Kazakh and Persian', 'می\u200cخواهم قازاقشا', 'می\u200cخواهم قازاقشا'],
    ['but keep Mongolian', 'ᠮᠣᠩᠭᠣᠯ ᠠ᠋ ᠬᠡᠯᠡ᠎ᠡ', 'ᠮᠣᠩᠭᠣᠯ ᠠ᠋ ᠬᠡᠯᠡ᠎ᠡ'],
    ['but keep Dai, Yi and Zhuang', 'ᥖᥭᥰ ꆈꌠꉙ Vahcuengh ᨲ᩠ᩅᩫ', 'ᥖᥭᥰ ꆈꌠꉙ Vahcuengh ᨲ᩠ᩅᩫ'],
    ['but keep Burmese and Hindi', 'ကြွှံ့း क्\u200dष', 'ကြွှံ့း क्\u200dष'],
    ['but keep what only some fonts have', '\ue000', '\ue000'],
    ['but keep what they are', '<b>&amp;</b> "问政"', '<b>&amp;</b> "问政"'],
  ])('%s', (_, raw, clean) => {
    expect(cleanWords(raw)).toBe(clean);
  });

  test('once and for all', () => {
    const odd = fc.constantFrom(
      '\u200d',
      '\ufe0f',
      '\u{e0100}',
      '\u180b',
      '问',
      'ᠠ',
      'ཧ',
      '\u0f71',
      '\u0f74',
      'م',
      '\u064b',
      '\u{1f3fd}',
      '\u200b',
      '\u0301',
      'e',
      ' ',
      '\n',
      '\ud83d',
      '😀',
      '\u202e',
      '\u0338',
      '가',
      '\u1100',
      '\u1161',
    );
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: odd }));
    fc.assert(
      fc.property(text, (raw) => {
        const clean = cleanWords(raw);
        expect(cleanWords(clean)).toBe(clean);
        expect(clean).toBe(clean.normalize('NFC'));
        expect(clean).not.toMatch(/(?!\n|\u200c|\u200d|\u180e)[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(clean).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u);
        expect(clean).not.toMatch(/\p{M}{9}/u);
        expect(clean.split('\n').length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 500 },
    );
  });
});

describe('words of ten characters at most', () => {
  const problem = (raw: string): string =>
    words(10).safeParse(raw).error?.issues[0]?.message ?? 'fine';
  test.each([
    ['nothing', '', 'empty'],
    ['nothing that can be seen', ' \u200b\u202e\n', 'empty'],
    ['ten', '一二三四五六七八九十', 'fine'],
    ['eleven', '一二三四五六七八九十一', 'too_long'],
    ['ten outside the first plane', '😀'.repeat(10), 'fine'],
    ['eleven outside the first plane', '😀'.repeat(11), 'too_long'],
    ['ten when they are clean', `${'\u200b'.repeat(60)}${'a'.repeat(10)}`, 'fine'],
    ['ten thousand emoji', '😀'.repeat(10_000), 'too_long'],
  ])('%s: %s is %s', (_, raw, outcome) => {
    expect(problem(raw)).toBe(outcome);
  });
});

test.each([
  ['2027-01-31', true],
  ['2027-02-29', false],
  ['2028-02-29', true],
  ['2027-1-3', false],
  ['2027-13-01', false],
  ['today', false],
  [20270131, false],
])('%s is a date: %s', (value, is) => {
  expect(dateSchema.safeParse(value).success).toBe(is);
});

test.each([
  ['water', true],
  ['f1_a-B', true],
  ['', false],
  ['../etc', false],
  ['a'.repeat(33), false],
  ['水', false],
  ['constructor', true],
  ['__proto__', false],
])('%s is an id: %s', (value, is) => {
  expect(id.safeParse(value).success).toBe(is);
});
