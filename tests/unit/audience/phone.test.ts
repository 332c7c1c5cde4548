import { flushSync } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Orphan } from '@wenzheng/shared/live/forum-link';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import type { Activity } from '../../../audience/src/screens/activity';
import type { Live } from '../../../audience/src/shell/live';
import { Phone } from '../../../audience/src/shell/phone.svelte';

const LOST: Orphan = {
  command: { type: 'submitStatement', text: '多种树' },
  refusal: { ok: false, code: 'forum.closed' },
};

// Compiling all its pages takes a while, and is not what is tested.
beforeAll(() => import('../../../audience/src/screens/later'), 60_000);

let live: { orphans: readonly Orphan[] };
let phone: Phone;
beforeEach(() => {
  // Pages are named in the address.
  vi.stubGlobal('location', { hash: '', href: 'http://hub/' });
  vi.stubGlobal('addEventListener', () => undefined);
  live = { orphans: [] };
  phone = new Phone(live as unknown as Live, memoryStorage());
});
afterEach(() => void vi.unstubAllGlobals());

async function activityIn(forum: string): Promise<Activity> {
  await vi.waitFor(() => expect(phone.later).not.toBeNull(), 15_000);
  const found = phone.activityIn(forum);
  if (!found) throw new Error('no activity');
  return found;
}

describe('when another forum goes live', () => {
  test('a draft stays with the forum that it was written in', async () => {
    const first = await activityIn('f1');
    first.asking.write({ text: '路灯' });
    const second = await activityIn('f2');
    expect(second.asking.draft.text).toBe('');
    second.asking.write({ text: '公交' });
    expect((await activityIn('f1')).asking.draft.text).toBe('路灯');
    expect((await activityIn('f2')).asking.draft.text).toBe('公交');
  });

  test('so does the place in the statements', async () => {
    const first = await activityIn('f1');
    first.opinions.follow({
      ...{ statements: { s1: { number: 1, text: 'a' } }, priorities: {}, isClosed: false },
    });
    flushSync();
    expect((await activityIn('f2')).opinions.order).toEqual([]);
    expect((await activityIn('f1')).opinions.order).toEqual(['s1']);
  });
});

test('what was refused to an earlier page is told once', () => {
  live.orphans = [LOST];
  expect(phone.takeOrphans()).toEqual([LOST]);
  expect(phone.takeOrphans()).toEqual([]);
  live.orphans = [LOST, LOST];
  expect(phone.takeOrphans()).toEqual([LOST]);
});
