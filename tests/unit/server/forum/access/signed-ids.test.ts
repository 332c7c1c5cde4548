import { SignedIds } from '@wenzheng/server/src/forum/access/signed-ids';
import type { Random } from '@wenzheng/server/src/ports/ports';
import { systemRandom } from '@wenzheng/server/src/ports/system';
import { describe, expect, test } from 'vitest';

const secret = Buffer.alloc(32, 1);
const ids = new SignedIds(secret, systemRandom);
const sevens: Random = { bytes: (length) => new Uint8Array(length).fill(7) };

describe('a signed id', () => {
  const valid = new SignedIds(secret, sevens).issue();
  const [id = '', signature = ''] = valid.split('.');

  test('is read back, and fits where the journal wants an id', () => {
    const id = ids.read(ids.issue());
    expect(id).toMatch(/^[A-Za-z0-9_-]{1,32}$/);
  });

  test('is the one that was signed', () => {
    expect(ids.read(valid)).toBe(id);
  });

  test('differs each time', () => {
    expect(ids.issue()).not.toBe(ids.issue());
  });

  const other = `${id.slice(0, -2)}AA`;
  test.each([
    ['nothing', undefined],
    ['an empty value', ''],
    ['an id without signature', id],
    ['another id with this signature', `${other}.${signature}`],
    ['a changed signature', `${id}.${signature.slice(0, -2)}AA`],
    ['a longer value', `${valid}x`],
    ['one signed by another hub', new SignedIds(Buffer.alloc(32, 2), systemRandom).issue()],
  ])('is not %s', (_what, value) => {
    expect(ids.read(value)).toBeNull();
  });
});
