/** What another site's page can make a browser do, against every route that the application has. */
import { instant } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import { routesOf } from '../../support/routes';
import { browser, testApp } from '../../support/test-app';

const READING = ['GET', 'HEAD'];
const filled = (url: string): string => url.replace(/:\w+/g, 'x').replace('*', 'x');

async function signedInApp() {
  const parts = await testApp();
  const { token } = parts.access.sessions.begin('admin', 'desk', 'iPad 1');
  parts.hub.list = [{ id: 'x', title: '问政', startsAt: instant(0) }];
  return { ...parts, cookies: { wz_session: token } };
}

describe('a request of another site', () => {
  const FOREIGN: readonly Record<string, string>[] = [
    { origin: 'http://evil.example' },
    { origin: 'http://localhost:80.evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' },
    { origin: 'http://localhost:8081' },
  ];

  test('changes nothing on any route, whatever the form it comes in', async () => {
    const { app, cookies, access, hub } = await signedInApp();
    const writing = routesOf(app).filter(({ method }) => !READING.includes(method));
    expect(writing.length).toBeGreaterThan(9);
    for (const { method, url } of writing)
      for (const headers of FOREIGN)
        for (const type of [
          'application/json',
          'text/plain',
          'application/x-www-form-urlencoded',
        ]) {
          const answer = await app.inject({
            method: method as 'POST',
            url: filled(url),
            cookies,
            headers: { ...headers, 'content-type': type },
            payload: '{}',
          });
          expect([method, url, answer.statusCode, answer.json()]) //
            .toEqual([method, url, 403, { code: 'cross_origin' }]);
          expect(answer.cookies).toEqual([]);
        }
    expect(access.sessions.list()).toHaveLength(1);
    expect([access.links.list(), access.pins.exist(), hub.list.length]).toEqual([[], false, 1]);
  });

  test('is told nothing: no answer may be read by another site, on any route', async () => {
    const { app, cookies } = await signedInApp();
    for (const { method, url } of routesOf(app)) {
      const headers = { origin: 'http://evil.example' };
      const answer = await app.inject({
        method: method as 'GET',
        url: filled(url),
        cookies,
        headers,
      });
      expect(
        Object.keys(answer.headers).filter((name) => name.startsWith('access-control')),
      ).toEqual([]);
      expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });

  test('gets no preflight answered', async () => {
    const { app } = await signedInApp();
    const headers = { origin: 'http://evil.example', 'access-control-request-method': 'PUT' };
    const answer = await app.inject({ method: 'OPTIONS', url: '/api/forums', headers });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('of a name that was turned to the hub’s address finds nobody signed in', async () => {
    const { app } = await signedInApp();
    const headers = { host: 'evil.example', origin: 'http://evil.example' };
    for (const { method, url } of routesOf(app).filter(({ url: each }) =>
      /links|pins|devices|forums$|live/.test(each),
    )) {
      // A browser sends the hub's cookies to the hub's own name only.
      const answer = await app.inject({
        method: method as 'POST',
        url: filled(url),
        headers,
        payload: method === 'GET' || method === 'HEAD' ? undefined : {},
      } as object);
      expect([method, url, answer.statusCode]).toEqual([method, url, 401]);
    }
  });
});

describe('every answer on every route', () => {
  test('forbids scripts that are not the hub’s own, framing, sniffing and telling where one was', async () => {
    const { app, cookies } = await signedInApp();
    for (const { method, url } of routesOf(app)) {
      const { headers } = await app.inject({ method: method as 'GET', url: filled(url), cookies });
      const rules = Object.fromEntries(
        String(headers['content-security-policy'])
          .split(';')
          .map((rule) => {
            const [name = '', ...sources] = rule.split(' ');
            return [name, sources.join(' ')];
          }),
      );
      expect(rules).toMatchObject({
        'default-src': "'self'",
        'script-src': "'self'",
        'script-src-attr': "'none'",
        'object-src': "'none'",
        'base-uri': "'self'",
        'form-action': "'self'",
        'frame-ancestors': "'self'",
      });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
    }
  });

  test('of the API is kept by no cache', async () => {
    const { app, cookies } = await signedInApp();
    for (const { method, url } of routesOf(app).filter(({ url: each }) =>
      /^\/(api|console)\//.test(each),
    )) {
      const { headers } = await app.inject({ method: method as 'GET', url: filled(url), cookies });
      expect([method, url, headers['cache-control']]).toEqual([method, url, 'no-store']);
    }
  });
});

describe('a link that somebody sends', () => {
  test('takes no role away before its owner has pressed a button', async () => {
    const { app, access } = await testApp();
    const host = browser(app);
    const own = access.links.make({ role: 'host', once: false });
    await host.get(`/console/enter/${own.token}`);
    const sent = access.links.make({ role: 'volunteer', once: false });
    const page = await host.get(`/console/enter/${sent.token}`);
    expect([page.statusCode, page.body.includes('<form method="post">')]).toEqual([200, true]);
    expect((await host.get('/api/session')).json()).toMatchObject({ role: 'host' });
    await host.get(`/console/enter/${own.token}`);
    expect((await host.get('/api/session')).json()).toMatchObject({ role: 'host' });
    expect((await host.submit(`/console/enter/${sent.token}`)).statusCode).toBe(303);
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    'x?next=http://evil.example',
    '..%2f..',
    '%0d%0aLocation:x',
  ])('leads nowhere else: %s', async (token) => {
    const { app } = await testApp();
    const answer = await app.inject({ url: `/console/enter/${token}` });
    expect([404, 410]).toContain(answer.statusCode);
    expect(answer.headers.location).toBeUndefined();
    expect(answer.body).not.toContain('evil');
  });
});

describe('a session that somebody planted', () => {
  test('is not the one that a sign-in begins, and is over', async () => {
    const { app, access } = await testApp();
    const pin = await access.pins.make('host');
    const planted = access.sessions.begin('volunteer', 'attacker', 'Android 1').token;
    const tablet = browser(app);
    tablet.cookies['wz_session'] = planted;
    await tablet.post('/api/session', { pin });
    expect(tablet.cookies['wz_session']).not.toBe(planted);
    expect(access.sessions.find(planted)).toBeNull();
  });

  test('that the hub never issued is not taken up', async () => {
    const { app, access } = await testApp();
    const { token } = access.links.make({ role: 'host', once: true });
    const tablet = browser(app);
    tablet.cookies['wz_session'] = 'x'.repeat(43);
    tablet.cookies['wz_known'] = `${'x'.repeat(22)}.${'x'.repeat(43)}`;
    await tablet.post('/api/session', { link: token });
    expect(tablet.cookies['wz_session']).not.toBe('x'.repeat(43));
    expect(tablet.cookies['wz_known']).not.toContain('xxx');
    expect((await browser(app).post('/api/session', { link: token })).statusCode).toBe(401);
  });
});
