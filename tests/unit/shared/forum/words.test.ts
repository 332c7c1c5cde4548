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
    ['but keep emoji', '❤️😀', '❤️😀'],
    ['but keep what they are', '<b>&amp;</b> "问政"', '<b>&amp;</b> "问政"'],
  ])('%s', (_, raw, clean) => {
    expect(cleanWords(raw)).toBe(clean);
  });

  test('once and for all', () => {
    const odd = fc.constantFrom(
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
        expect(clean).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u);
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
])('%s is an id: %s', (value, is) => {
  expect(id.safeParse(value).success).toBe(is);
});
