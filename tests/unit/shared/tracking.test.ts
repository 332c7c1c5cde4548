import {
  makeTrackingCode,
  parseTrackingCode,
  TRACKING_ALPHABET,
} from '@wenzheng/shared/forum/tracking';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const codes = fc.uint8Array({ minLength: 5, maxLength: 8 }).map(makeTrackingCode);
const bare = (code: string): string[] => [...code.replace('-', '')];

describe('a tracking code', () => {
  test('has its form, and only characters that are not mistaken for each other', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
      }),
    );
    expect(new Set(TRACKING_ALPHABET).size).toBe(31);
    expect(TRACKING_ALPHABET).not.toMatch(/[01ILO]/);
  });

  test('stays the same for the same bytes', () => {
    expect(makeTrackingCode(new Uint8Array([0, 0, 0, 0, 0]))).toBe('222-222');
    expect(makeTrackingCode(new Uint8Array([1, 2, 3, 4, 5]))).toBe('KMX-78M');
  });

  test('uses every character in every place', () => {
    const seen = WAYS.map(() => new Set<string>());
    for (let number = 0; number < 4_000; number += 1) {
      const mixed = Math.imul(number + 1, 2_654_435_761) >>> 0;
      const bytes = [number & 255, mixed >>> 24, mixed >>> 16, mixed >>> 8, mixed];
      bare(makeTrackingCode(new Uint8Array(bytes))).forEach((each, place) =>
        seen[place]?.add(each),
      );
    }
    expect(seen.map((characters) => characters.size)).toEqual([31, 31, 31, 31, 31, 31]);
  });

  test('needs five bytes', () => {
    expect(() => makeTrackingCode(new Uint8Array(4))).toThrow(RangeError);
  });
});

const WAYS = [0, 1, 2, 3, 4, 5] as const;

describe('reading a tracking code', () => {
  test('gives back what was made, however it is typed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const [a = '', b = ''] = code.split('-');
        for (const typed of [code, a + b, ` ${a} ${b} `, code.toLowerCase(), `${a} － ${b}`])
          expect(parseTrackingCode(typed)).toBe(code);
      }),
    );
  });

  test('finds every single wrong character', () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (const place of WAYS)
          for (const other of TRACKING_ALPHABET) {
            const wrong = bare(code);
            if (wrong[place] === other) continue;
            wrong[place] = other;
            expect(parseTrackingCode(wrong.join(''))).toBeNull();
          }
      }),
      { numRuns: 50 },
    );
  });

  test('finds every exchange of two characters, neighbours or not', () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (const i of WAYS)
          for (const j of WAYS) {
            const wrong = bare(code);
            const [a = '', b = ''] = [wrong[i], wrong[j]];
            if (a === b) continue;
            [wrong[i], wrong[j]] = [b, a];
            expect(parseTrackingCode(wrong.join(''))).toBeNull();
          }
      }),
    );
  });

  test.each([
    '',
    '222',
    '222-2222',
    '222-22',
    '0OO-1IL',
    '２２２-222',
    '222_222',
    '李女士-222',
    '😀😀😀',
  ])('takes %j for no code', (text) => {
    expect(parseTrackingCode(text)).toBeNull();
  });
});
