import { gunzipSync } from 'node:zlib';
import type { Asset } from '@wenzheng/server/src/http/assets';
import { instant } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import { browser, testApp } from '../../support/test-app';

const forum = (id: string) => ({ id, title: `问政 ${id}`, startsAt: instant(0) });

function viewOf(html: string): unknown {
  const [, json = ''] =
    /<script type="application\/json" id="view">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json);
}

const asset = (body: string, over: Partial<Asset> = {}): Asset => ({
  body: Buffer.from(body),
  gzip: null,
  type: 'text/html; charset=utf-8',
  etag: `"${body}"`,
  cache: 'no-store',
  ...over,
});

describe('the phone’s page', () => {
  test('shows the live forum', async () => {
    const { app, hub } = await testApp();
    hub.list = [forum('a'), forum('b')];
    hub.liveForums = ['b'];
    hub.views = { a: '{"forum":"a"}', b: '{"forum":"b"}' };
    expect(viewOf((await browser(app).get('/')).body)).toEqual({ forum: 'b' });
    expect(viewOf((await browser(app).get('/?forum=a')).body)).toEqual({ forum: 'a' });
  });

  test('shows a forum that is not live to those who name it only', async () => {
    const { app, hub } = await testApp();
    hub.list = [forum('a')];
    hub.views = { a: '{"forum":"a"}' };
    expect(viewOf((await browser(app).get('/')).body)).toBeNull();
    expect(viewOf((await browser(app).get('/?forum=a')).body)).toEqual({ forum: 'a' });
  });

  test('offers the choice of several that are live', async () => {
    const { app, hub } = await testApp();
    hub.list = [forum('a'), forum('b'), forum('c')];
    hub.liveForums = ['a', 'c'];
    const choice = [forum('a'), forum('c')];
    expect(viewOf((await browser(app).get('/')).body)).toEqual({ choice });
  });

  test('says that there is none', async () => {
    const { app } = await testApp();
    expect(viewOf((await browser(app).get('/')).body)).toBeNull();
  });

  test.each(['nowhere', '', '<script>', 'a&forum=b'])('knows no forum “%s”', async (asked) => {
    const { app, hub } = await testApp();
    hub.list = [forum('x')];
    hub.liveForums = ['x'];
    const response = await browser(app).get(`/?forum=${encodeURIComponent(asked)}`);
    expect([response.statusCode, viewOf(response.body)]).toEqual([404, null]);
  });

  test('changes with the view', async () => {
    const { app, hub } = await testApp();
    hub.list = [forum('a')];
    hub.liveForums = ['a'];
    hub.views = { a: '{"revision":1}' };
    await browser(app).get('/');
    hub.views = { a: '{"revision":2}' };
    expect(viewOf((await browser(app).get('/')).body)).toEqual({ revision: 2 });
  });

  test('keeps words of people from becoming markup', async () => {
    const { app, hub } = await testApp();
    const words = '</script><img src=x onerror=alert(1)>\u2028';
    hub.list = [forum('a')];
    hub.liveForums = ['a'];
    hub.views = { a: JSON.stringify({ words }) };
    const { body } = await browser(app).get('/');
    expect(body).not.toContain('<img');
    expect(viewOf(body)).toEqual({ words });
  });

  test('is compressed for those who take it', async () => {
    const { app } = await testApp();
    const plain = await browser(app).get('/');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const packed = await browser(app).get('/', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers['vary']).toContain('accept-encoding');
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
    const refused = await browser(app).get('/', { headers: { 'accept-encoding': 'gzip;q=0' } });
    expect(refused.headers['content-encoding']).toBeUndefined();
  });

  test('makes the device known once, and is never stored', async () => {
    const { app } = await testApp();
    const phone = browser(app);
    const first = await phone.get('/');
    expect(first.headers['cache-control']).toBe('no-store');
    expect(first.cookies).toMatchObject([
      { name: 'wz_device', httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 365 * 24 * 3_600 },
    ]);
    expect((await phone.get('/')).cookies).toEqual([]);
    phone.cookies['wz_device'] = 'made.up';
    expect((await phone.get('/')).cookies).toHaveLength(1);
  });
});

describe('the other screens', () => {
  test.each(['/console', '/console/', '/console?forum=a'])('%s is the console', async (url) => {
    const { app, assets } = await testApp();
    assets.set('/console/', asset('console'));
    const response = await browser(app).get(url);
    expect([response.body, response.headers['cache-control']]).toEqual(['console', 'no-store']);
    expect(response.cookies).toEqual([]);
  });

  test('come compressed, and once only', async () => {
    const { app, assets } = await testApp();
    const cache = 'public, max-age=31536000, immutable';
    assets.set('/x.js', asset('x', { gzip: Buffer.from('packed'), cache, etag: '"1"' }));
    const plain = await browser(app).get('/x.js');
    expect([plain.body, plain.headers['cache-control']]).toEqual(['x', cache]);
    const packed = await browser(app).get('/x.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.body).toBe('packed');
    const known = await browser(app).get('/x.js', { headers: { 'if-none-match': '"1"' } });
    expect([known.statusCode, known.body]).toEqual([304, '']);
  });

  test.each(['/nowhere', '/console/../../etc/passwd', '/%2e%2e/package.json', '/display'])(
    '%s is not there',
    async (url) => {
      const { app } = await testApp();
      const response = await browser(app).get(url);
      expect([response.statusCode, response.json()]).toEqual([404, { code: 'not_found' }]);
    },
  );
});

describe('every answer', () => {
  test('keeps the page to itself, and asks for no TLS', async () => {
    const { app } = await testApp();
    const { headers } = await browser(app).get('/');
    const policy = String(headers['content-security-policy']);
    for (const rule of [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "connect-src 'self' ws: wss:",
      "font-src 'self'",
      "frame-ancestors 'self'",
    ])
      expect(policy.split(';')).toContain(rule);
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('cross-origin-opener-policy');
    expect(headers).not.toHaveProperty('origin-agent-cluster');
    expect(headers['x-content-type-options']).toBe('nosniff');
    // With `no-referrer` a browser would send `Origin: null` with the sign-in form.
    expect(headers['referrer-policy']).toBe('same-origin');
  });

  test('tells when the hub is ready', async () => {
    const { app, stopBeingReady } = await testApp();
    const ready = await browser(app).get('/healthz');
    expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'ready', storage: 'ok' }]);
    stopBeingReady();
    expect((await browser(app).get('/healthz')).statusCode).toBe(503);
  });
});
