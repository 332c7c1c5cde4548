/** Pieces of the bundled font: which texts have to be measured anew when one comes. */
import { isDrawnWith, rangesOf } from '../../../display/src/text/font-pieces';
import { expect, test } from 'vitest';

test('a unicode-range is read in all its forms', () => {
  expect(rangesOf('U+4E00-4EFF, U+ff??,U+2026')).toEqual([
    [0x4e00, 0x4eff],
    [0xff00, 0xffff],
    [0x2026, 0x2026],
  ]);
  expect(rangesOf('normal')).toEqual([]);
});

test.each([
  ['一起', ['U+4e00-4eff'], true],
  ['路灯', ['U+4e00-4eff'], false],
  ['路灯', ['U+4e00-4eff', 'U+8def'], true],
  ['Bus 18', ['U+4e00-4eff'], false],
  ['𠮷', ['U+20b??'], true],
  ['', ['U+0-10ffff'], false],
])('%s with %j: %s', (text, pieces, drawn) => {
  expect(
    isDrawnWith(
      text,
      pieces.map((unicodeRange) => ({ unicodeRange })),
    ),
  ).toBe(drawn);
});
