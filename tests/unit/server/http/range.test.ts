import { rangeOf } from '@wenzheng/server/src/http/range';
import { expect, test } from 'vitest';

test.each<[string | undefined, unknown]>([
  [undefined, null],
  ['bytes=0-', { first: 0, last: 999 }],
  ['bytes=0-99', { first: 0, last: 99 }],
  ['bytes=900-5000', { first: 900, last: 999 }],
  // The end of an MP4, where some programs put its head.
  ['bytes=-100', { first: 900, last: 999 }],
  ['bytes=-5000', { first: 0, last: 999 }],
  ['bytes=1000-', 'none_there'],
  ['bytes=-0', 'none_there'],
  // What is not understood is passed over, as RFC 9110 has it: the whole file is answered.
  ...[
    ...['', 'bytes', 'bytes=', 'bytes=-', 'bytes=a-b', 'bytes=1.5-2', 'bytes=--1', 'bytes=0x1-2'],
    ...[
      'items=0-9',
      'bytes=9-1',
      'bytes=0-1,5-9',
      'bytes=0-99\r\nx: y',
      `bytes=${'9'.repeat(99)}-`,
    ],
  ].map((header): [string, null] => [header, null]),
])('of a file of 1,000 bytes %j asks for %j', (header, range) => {
  expect(rangeOf(header, 1_000)).toEqual(range);
});
