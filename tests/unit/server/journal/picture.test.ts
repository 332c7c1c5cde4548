import { pictureTypeOf } from '@wenzheng/server/src/journal/picture';
import { expect, test } from 'vitest';
import { JPEG, PNG, WEBP } from '../../../support/photo';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

test.each([
  ['a JPEG', JPEG, 'image/jpeg'],
  ['a PNG', PNG, 'image/png'],
  ['a WebP', WEBP, 'image/webp'],
  ['nothing', new Uint8Array(), null],
  ['the first two bytes of a JPEG', JPEG.subarray(0, 2), null],
  ['the sign of a PNG and nothing after it', PNG.subarray(0, 8), null],
  ['another RIFF file', text('RIFF\0\0\0\0WAVEfmt '), null],
  ['a GIF', text('GIF89a'), null],
  ['a page', text('<!doctype html><script>alert(1)</script>'), null],
  ['a drawing that runs scripts', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
  ['a page that ends in a JPEG', new Uint8Array([...text('<html>'), ...JPEG]), null],
])('%s is told by its bytes', (_, bytes, type) => {
  expect(pictureTypeOf(bytes)).toBe(type);
});
