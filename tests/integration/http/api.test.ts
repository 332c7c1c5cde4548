import { NotRecorded } from '@wenzheng/server/src/engine/forum-engine';
import type { SignInRole } from '@wenzheng/shared/forum/access';
import type { TrackedQuestion } from '@wenzheng/shared/forum/questions';
import { instant } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import { browser, PUBLIC_URL, testApp } from '../../support/test-app';

async function signedIn(role: SignInRole) {
  const parts = await testApp();
  const device = browser(parts.app);
  device.cookies['wz_session'] = parts.access.sessions.begin(role, role, '').token;
  return { ...parts, device };
}

const NEW_FORUM = { template: 'built-in', locale: 'zh-CN' };

describe('forums', () => {
  test('are made by the admin and known to everyone', async () => {
    const { app, device } = await signedIn('admin');
    const made = await device.post('/api/forums', NEW_FORUM);
    expect([made.statusCode, made.json()]).toEqual([201, { id: 'forum-1' }]);
    const { forums, live } = (await browser(app).get('/api/hub')).json();
    expect(forums).toMatchObject([{ id: 'forum-1', title: 'zh-CN' }]);
    expect(live).toBeNull();
  });

  test.each(['host', 'moderator', 'volunteer'] as const)('are not made by %s', async (role) => {
    const { device, hub, logged } = await signedIn(role);
    const answer = await device.post('/api/forums', NEW_FORUM);
    expect([answer.statusCode, answer.json()]).toEqual([403, { code: 'forbidden' }]);
    expect(hub.list).toEqual([]);
    expect(logged.join('')).toContain('forbidden');
  });

  test.each(['storage_full', 'storage_failed'] as const)(
    'are not made where they cannot be saved: %s',
    async (code) => {
      const { device, hub } = await signedIn('admin');
      hub.createForum = () => Promise.reject(new NotRecorded(code));
      const answer = await device.post('/api/forums', NEW_FORUM);
      expect([answer.statusCode, answer.json()]).toEqual([507, { code }]);
    },
  );

  test('are not made by who is signed out', async () => {
    const { app } = await testApp();
    const answer = await browser(app).post('/api/forums', NEW_FORUM);
    expect([answer.statusCode, answer.json()]).toEqual([401, { code: 'access.signed_out' }]);
  });
});

describe('sign-in links', () => {
  test('are made by the admin and work', async () => {
    const { app, device } = await signedIn('admin');
    const made = await device.post('/api/links', { role: 'host' });
    expect(made.statusCode).toBe(201);
    const { url } = made.json();
    expect(url.startsWith(`${PUBLIC_URL}console/enter/`)).toBe(true);
    const other = browser(app);
    await other.get(new URL(url).pathname);
    expect((await other.get('/api/session')).json()).toMatchObject({ role: 'host' });
  });

  test('for organisers are not made by others', async () => {
    const { device, logged } = await signedIn('host');
    const answer = await device.post('/api/links', { role: 'admin' });
    expect([answer.statusCode, answer.json()]).toEqual([403, { code: 'forbidden' }]);
    expect(logged.join('')).toContain('forbidden');
  });
});

describe('a question’s status', () => {
  const question: TrackedQuestion = {
    number: 1,
    tracking: 'ABC',
    source: 'phone',
    state: 'submitted',
    merged: null,
    history: [{ state: 'submitted', at: instant(0) }],
    declined: null,
    declineNote: null,
    deflection: null,
    department: null,
    answerers: [],
    notes: null,
    commitment: null,
    corrected: null,
    earlier: [],
  };

  async function withQuestion() {
    const parts = await testApp();
    parts.hub.list = [{ id: 'a', title: '', startsAt: instant(0) }];
    parts.hub.track = (forum, code) => (forum === 'a' && code === 'ABC' ? question : null);
    return parts;
  }

  test('is shown to whoever has its code', async () => {
    const { app } = await withQuestion();
    const answer = await browser(app).get('/api/forums/a/track/ABC');
    expect(answer.json()).toEqual(question);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test.each([
    ['/api/forums/a/track/ABD', 'questions.unknown'],
    [`/api/forums/a/track/${'A'.repeat(33)}`, 'questions.unknown'],
    ['/api/forums/b/track/ABC', 'no_forum'],
  ])('%s: %s', async (url, code) => {
    const { app } = await withQuestion();
    const answer = await browser(app).get(url);
    expect([answer.statusCode, answer.json()]).toEqual([404, { code }]);
  });

  test('is not there for guessing codes, yet another device may ask', async () => {
    const { app } = await withQuestion();
    const [guesser, other] = [browser(app), browser(app)];
    await guesser.get('/');
    await other.get('/');
    const codes: number[] = [];
    for (let count = 0; count <= 60; count += 1)
      codes.push((await guesser.get('/api/forums/a/track/XYZ')).statusCode);
    expect(codes.indexOf(429)).toBe(60);
    expect((await other.get('/api/forums/a/track/ABC')).statusCode).toBe(200);
  });
});

describe('what comes in', () => {
  const origin = (value: string) => ({ headers: { host: 'hub.lan', origin: value } });

  test.each(['POST', 'DELETE'] as const)(
    'from another site changes nothing (%s)',
    async (method) => {
      const { device, app } = await signedIn('admin');
      const answer = await app.inject({
        method,
        url: method === 'POST' ? '/api/forums' : '/api/session',
        cookies: device.cookies,
        ...origin('http://evil.example'),
        ...(method === 'POST' ? { payload: NEW_FORUM } : {}),
      });
      expect([answer.statusCode, answer.json()]).toEqual([403, { code: 'cross_origin' }]);
      expect((await device.get('/api/session')).statusCode).toBe(200);
    },
  );

  test.each(['http://hub.lan', PUBLIC_URL.slice(0, -1)])('from %s is served', async (own) => {
    const { device } = await signedIn('admin');
    expect((await device.post('/api/forums', NEW_FORUM, origin(own))).statusCode).toBe(201);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'as %s is refused',
    async (type) => {
      const { app } = await testApp();
      const answer = await app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'content-type': type },
        payload: '{"pin":"12345678"}',
      });
      expect([answer.statusCode, answer.json()]).toEqual([415, { code: 'unsupported_media_type' }]);
    },
  );

  test('is bounded', async () => {
    const { app } = await testApp();
    const answer = await browser(app).post('/api/session', { pin: '1'.repeat(17_000) });
    expect([answer.statusCode, answer.json()]).toEqual([413, { code: 'too_large' }]);
  });

  test.each([[{}], [{ pin: 12345678 }], [{ pin: '1', link: '2' }], [[]]])(
    'without sense is malformed: %j',
    async (payload) => {
      const { app } = await testApp();
      const answer = await browser(app).post('/api/session', payload);
      expect([answer.statusCode, answer.json()]).toMatchObject([400, { code: 'malformed' }]);
    },
  );

  test('is named where it is wrong', async () => {
    const { device } = await signedIn('admin');
    const answer = await device.post('/api/links', { role: 'audience' });
    expect(answer.json()).toMatchObject({ code: 'malformed', field: 'role' });
  });

  test.each(['{', 'null', ''])('as %j is malformed', async (payload) => {
    const { app } = await testApp();
    const headers = { 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url: '/api/session', headers, payload });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'malformed']);
  });
});

test('a fault of the hub is logged and shows nothing of itself', async () => {
  const { device, hub, logged } = await signedIn('admin');
  hub.createForum = async () => {
    throw new Error('secret detail');
  };
  const answer = await device.post('/api/forums', NEW_FORUM);
  expect([answer.statusCode, answer.json()]).toEqual([500, { code: 'internal' }]);
  expect(logged.filter((line) => line.includes('secret detail'))).toHaveLength(1);
});
