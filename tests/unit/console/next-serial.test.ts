import { expect, it } from 'vitest';
import { nextSerial } from '../../../console/src/screens/questions/next-serial';

it.each([
  ['A-0117', 'A-0118'],
  ['a-0999', 'a-1000'],
  ['99', '100'],
  ['B2-07', 'B2-08'],
  ['12X', '13X'],
  ['SLIP', ''],
  ['', ''],
])('%s is followed by %s', (serial, next) => {
  expect(nextSerial(serial)).toBe(next);
});
