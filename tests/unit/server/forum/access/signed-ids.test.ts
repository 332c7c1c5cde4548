import { SignedIds } from '@wenzheng/server/src/forum/access/signed-ids';
import { systemRandom } from '@wenzheng/server/src/ports/system';
import { describe, expect, test } from 'vitest';

const ids = new SignedIds(Buffer.alloc(32, 1), systemRandom);

describe('a signed id', () => {
  test('is read back, and fits where the journal wants an id', () => {
    const id = ids.read(ids.issue());
    expect(id).toMatch(/^[A-Za-z0-9_-]{1,32}$/);
  });

  test('differs each time', () => {
    expect(ids.issue()).not.toBe(ids.issue());
  });

  const valid = ids.issue();
  const [id = '', signature = ''] = valid.split('.');
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
    expect(value !== undefined && value === valid).toBe(false);
    expect(ids.read(value)).toBeNull();
  });
});
