/** Who may look through the queue over HTTP. */
import type { SignInRole } from '@wenzheng/shared/forum/access';
import type { QueueWish } from '@wenzheng/shared/forum/picking';
import { describe, expect, test } from 'vitest';
import { browser, testApp } from '../../support/test-app';

async function asking(role: SignInRole | null, query: string) {
  const { app, hub, access } = await testApp();
  const device = browser(app);
  if (role) device.cookies['wz_session'] = access.sessions.begin(role, role, '').token;
  const wishes: QueueWish[] = [];
  hub.lookUpQueue = async (forum, wish) => {
    wishes.push(wish);
    return forum === 'a' ? { questions: [], more: false } : null;
  };
  const answer = await device.get(`/api/forums/${query}`);
  return { answer: [answer.statusCode, answer.json()], wishes };
}

describe('the queue', () => {
  test.each(['admin', 'host', 'moderator'] as const)('is looked through by %s', async (role) => {
    const { answer, wishes } = await asking(role, 'a/queue?order=waiting&area=%E6%B2%B3%E5%8F%A3');
    expect(answer).toEqual([200, { questions: [], more: false }]);
    expect(wishes).toEqual([
      { order: 'waiting', source: null, area: '河口', topic: null, department: null },
    ]);
  });
  test.each(['volunteer', 'kiosk'] as const)('is not for %s', async (role) => {
    const { answer, wishes } = await asking(role, 'a/queue?order=support');
    expect(answer).toEqual([403, { code: 'forbidden' }]);
    expect(wishes).toEqual([]);
  });
  test('is not for who is signed out', async () => {
    expect((await asking(null, 'a/queue?order=support')).answer).toEqual([
      401,
      { code: 'access.signed_out' },
    ]);
  });
  test.each(['a/queue', 'a/queue?order=age', 'a/queue?order=support&all=1'])(
    'has to be asked for well: %s',
    async (query) => {
      expect((await asking('host', query)).answer).toMatchObject([400, { code: 'malformed' }]);
    },
  );
  test('is that of a forum that there is', async () => {
    const { answer } = await asking('host', 'b/queue?order=support');
    expect(answer).toEqual([404, { code: 'no_forum' }]);
  });
});
