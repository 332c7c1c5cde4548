import { describe, expect, test } from 'vitest';
import { browser, PUBLIC_URL, testApp } from '../../support/test-app';

const WRONG = '99999999x';

async function appWithPin() {
  const parts = await testApp();
  return { ...parts, pin: await parts.access.pins.make('host') };
}

describe('signing in with a PIN', () => {
  test('makes a session that lasts, until it is ended', async () => {
    const { app, pin } = await appWithPin();
    const tablet = browser(app);
    expect((await tablet.get('/api/session')).statusCode).toBe(204);

    const signedIn = await tablet.post('/api/session', { pin });
    expect(signedIn.statusCode).toBe(200);
    expect(signedIn.json()).toMatchObject({ role: 'host' });
    expect((await tablet.get('/api/session')).json()).toEqual(signedIn.json());

    expect((await tablet.delete('/api/session')).statusCode).toBe(204);
    expect((await tablet.get('/api/session')).statusCode).toBe(204);
  });

  test('takes the digits as people type them', async () => {
    const { app, pin } = await appWithPin();
    const typed = ` ${pin.slice(0, 4)} ${pin.slice(4)}`;
    expect((await browser(app).post('/api/session', { pin: typed })).statusCode).toBe(200);
  });

  test('ends a session that was copied, too', async () => {
    const { app, pin } = await appWithPin();
    const tablet = browser(app);
    await tablet.post('/api/session', { pin });
    const copy = { wz_session: tablet.cookies['wz_session'] ?? '' };
    await tablet.delete('/api/session');
    const answer = await app.inject({ url: '/api/session', cookies: copy });
    expect(answer.statusCode).toBe(204);
  });

  test('runs out after 30 days', async () => {
    const { app, pin, clock } = await appWithPin();
    const tablet = browser(app);
    await tablet.post('/api/session', { pin });
    clock.pass(30 * 24 * 3_600_000 - 1);
    expect((await tablet.get('/api/session')).statusCode).toBe(200);
    clock.pass(1);
    expect((await tablet.get('/api/session')).statusCode).toBe(204);
  });

  test('sets cookies that no script and no other site can use', async () => {
    const { app, pin } = await appWithPin();
    const overLan = await browser(app).post('/api/session', { pin });
    for (const name of ['wz_session', 'wz_known']) {
      const cookie = overLan.cookies.find((each) => each.name === name);
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
      expect(cookie?.secure).toBeUndefined();
    }
    expect(overLan.cookies.find(({ name }) => name === 'wz_session')?.maxAge).toBe(30 * 24 * 3_600);
  });

  const OUTSIDE = 'https://wenzheng.example/';
  const HOST = 'wenzheng.example';
  test.each<[boolean, string, string, Record<string, string>]>([
    [true, 'a proxy says https', PUBLIC_URL, { 'x-forwarded-proto': 'https' }],
    [true, 'the first of two does', PUBLIC_URL, { 'x-forwarded-proto': 'https, http' }],
    [false, 'only the second does', PUBLIC_URL, { 'x-forwarded-proto': 'http, https' }],
    [true, 'the public host is asked', OUTSIDE, { host: HOST }],
    [true, 'the page is of the public address', OUTSIDE, { origin: `https://${HOST}` }],
    [false, 'a proxy says http', OUTSIDE, { host: HOST, 'x-forwarded-proto': 'http' }],
    [false, 'the hall comes by the LAN', OUTSIDE, { host: '192.168.1.5:8080' }],
    [false, 'nothing is public by TLS', 'http://wenzheng.lan/', { host: 'wenzheng.lan' }],
  ])('cookies over TLS alone: %s where %s', async (expected, _where, url, headers) => {
    const { app, pin, openAt } = await appWithPin();
    openAt(url);
    const { cookies } = await browser(app).post('/api/session', { pin }, { headers });
    expect(cookies.map(({ secure }) => secure === true)).toEqual([expected, expected]);
  });

  test('keeps neither PIN nor token in database or log', async () => {
    const { app, pin, logged } = await appWithPin();
    const tablet = browser(app);
    await tablet.post('/api/session', { pin: '12341234' });
    await tablet.post('/api/session', { pin });
    const log = logged.join('');
    expect(log).toContain('signed in');
    expect(log).toContain('access.wrong_pin');
    for (const secret of [pin, '12341234', tablet.cookies['wz_session'] ?? ''])
      expect(log).not.toContain(secret);
  });
});

// Each guess costs as much as it is meant to: a fifth of a second and more on a busy machine.
describe('wrong PINs', { timeout: 90_000 }, () => {
  test('are answered as such, then with how long to wait', async () => {
    const { app } = await appWithPin();
    const guesser = browser(app);
    const first = await guesser.post('/api/session', { pin: WRONG });
    expect([first.statusCode, first.json()]).toEqual([401, { code: 'access.wrong_pin' }]);

    let last = first;
    for (let count = 1; count <= 20; count += 1)
      last = await browser(app).post('/api/session', { pin: WRONG });
    expect(last.statusCode).toBe(429);
    expect(last.json()).toEqual({ code: 'access.wait', seconds: expect.any(Number) });
    expect(Number(last.headers['retry-after'])).toBe(last.json().seconds);
  });

  test('of a guesser keep out neither the host’s tablet nor who has a link', async () => {
    const { app, access, pin } = await appWithPin();
    const tablet = browser(app);
    await tablet.post('/api/session', { pin });
    await tablet.delete('/api/session');

    for (let count = 0; count <= 20; count += 1)
      await browser(app).post('/api/session', { pin: WRONG });
    expect((await browser(app).post('/api/session', { pin })).statusCode).toBe(429);

    expect((await tablet.post('/api/session', { pin })).statusCode).toBe(200);
    const { token } = access.links.make({ role: 'volunteer', once: true });
    expect((await browser(app).post('/api/session', { link: token })).statusCode).toBe(200);
  });

  test('are counted together whatever cookie the guesser makes up', async () => {
    const { app, pin } = await appWithPin();
    for (let count = 0; count <= 20; count += 1) {
      const guesser = browser(app);
      guesser.cookies['wz_known'] = `${'A'.repeat(21)}${count % 10}.${'A'.repeat(43)}`;
      await guesser.post('/api/session', { pin: WRONG });
    }
    expect((await browser(app).post('/api/session', { pin })).statusCode).toBe(429);
  });

  test('of any number of devices that came by a volunteers’ link gain no guess at the host’s PIN', async () => {
    const { app, access, pin } = await appWithPin();
    const { token } = access.links.make({ role: 'volunteer', once: false });
    const answers: number[] = [];
    for (let count = 0; count <= 20; count += 1) {
      const minted = browser(app);
      await minted.post('/api/session', { link: token });
      answers.push((await minted.post('/api/session', { pin: WRONG })).statusCode);
    }
    expect(answers).toEqual([...Array.from({ length: 20 }, () => 401), 429]);

    const minted = browser(app);
    await minted.post('/api/session', { link: token });
    expect((await minted.post('/api/session', { pin })).statusCode).toBe(429);
  });

  test('are counted with the link that a device came by, alone once it came by PIN', async () => {
    const { access } = await appWithPin();
    const { sessions, links } = access;
    const { token } = links.make({ role: 'volunteer', once: false });
    for (const actor of ['one', 'two', 'three'])
      sessions.begin('volunteer', actor, actor, links.use(token)?.link);
    sessions.begin('volunteer', 'three', 'three', null);
    sessions.end('three');
    sessions.begin('volunteer', 'three', 'three', links.use(token)?.link);
    expect(sessions.countedWith('one')).toBe(sessions.countedWith('two'));
    expect(sessions.countedWith('one')).not.toBeNull();
    expect(sessions.countedWith('three')).toBe('three');
    expect(sessions.countedWith('nobody')).toBeNull();
  });
});
