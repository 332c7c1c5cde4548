import { describe, expect, test } from 'vitest';
import { browser, testApp } from '../../support/test-app';

const HOUR_MS = 3_600_000;

async function appWithLink(once: boolean) {
  const parts = await testApp();
  const { token } = parts.access.links.make({ role: 'moderator', once });
  return { ...parts, token, path: `/console/enter/${token}` };
}

describe('a link for one sign-in', () => {
  test('is not used up by being opened, only by the button', async () => {
    const { app, path } = await appWithLink(true);
    for (const _preview of [1, 2, 3]) {
      const shown = await browser(app).get(path);
      expect(shown.statusCode).toBe(200);
      expect(shown.headers['content-type']).toContain('text/html');
      expect(shown.headers['cache-control']).toBe('no-store');
      expect(shown.body).toContain('<form method="post">');
      expect(shown.body).toContain('以审核员身份登录');
      expect(shown.body).toContain('Sign in · Moderator');
      expect(shown.body).not.toContain('<script');
      expect(shown.cookies).toEqual([]);
    }
    const pressed = await browser(app).submit(path);
    expect([pressed.statusCode, pressed.headers.location]).toEqual([303, '/console']);
    const cookies = Object.fromEntries(pressed.cookies.map(({ name, value }) => [name, value]));
    const session = await app.inject({ url: '/api/session', cookies });
    expect(session.json()).toMatchObject({ role: 'moderator' });
  });

  test('works once', async () => {
    const { app, path, token } = await appWithLink(true);
    expect((await browser(app).submit(path)).statusCode).toBe(303);

    const again = await browser(app).submit(path);
    expect([again.statusCode, again.cookies]).toEqual([410, []]);
    expect(again.body).toContain('链接已失效');
    expect((await browser(app).get(path)).statusCode).toBe(410);
    const byApi = await browser(app).post('/api/session', { link: token });
    expect([byApi.statusCode, byApi.json()]).toEqual([401, { code: 'access.link_invalid' }]);
  });

  test('runs out after 24 hours', async () => {
    const { app, path, clock } = await appWithLink(true);
    clock.pass(24 * HOUR_MS);
    expect((await browser(app).get(path)).statusCode).toBe(410);
    expect((await browser(app).submit(path)).statusCode).toBe(410);
  });

  test('cannot be pressed from another site', async () => {
    const { app, path } = await appWithLink(true);
    const response = await app.inject({
      method: 'POST',
      url: path,
      headers: { origin: 'http://evil.example' },
    });
    expect(response.statusCode).toBe(403);
    expect((await browser(app).submit(path)).statusCode).toBe(303);
  });
});

describe('a link for many', () => {
  test('signs in at once, each device as its own actor', async () => {
    const { app, path } = await appWithLink(false);
    const actors = new Set<string>();
    for (const device of [browser(app), browser(app)]) {
      const opened = await device.get(path);
      expect([opened.statusCode, opened.headers.location]).toEqual([303, '/console']);
      actors.add((await device.get('/api/session')).json().actor);
    }
    expect(actors.size).toBe(2);
  });

  test('is left alone by those who only look at its head', async () => {
    const { app, path } = await appWithLink(false);
    const response = await app.inject({ method: 'HEAD', url: path });
    expect(response.cookies).toEqual([]);
  });

  test('runs out after 7 days', async () => {
    const { app, path, clock } = await appWithLink(false);
    clock.pass(7 * 24 * HOUR_MS);
    expect((await browser(app).get(path)).statusCode).toBe(410);
  });
});

describe('links that still work', () => {
  test('are listed newest first, with how often they were used', async () => {
    const { app, access, clock, path } = await appWithLink(false);
    const created = clock.now();
    clock.pass(HOUR_MS);
    access.links.make({ role: 'host', once: true });
    const visitor = browser(app);
    await visitor.get(path);
    await visitor.get(path);
    await browser(app).post('/api/session', { link: path.split('/').at(-1) ?? '' });

    const day = 24 * HOUR_MS;
    expect(access.links.list()).toEqual([
      {
        id: expect.any(String),
        role: 'host',
        once: true,
        created: created + HOUR_MS,
        expires: created + HOUR_MS + day,
        uses: 0,
        zone: null,
      },
      {
        id: expect.any(String),
        role: 'moderator',
        once: false,
        created,
        expires: created + 7 * day,
        uses: 3,
        zone: null,
      },
    ]);
  });

  test('are no more those that were used up, have run out or were cancelled', async () => {
    const { app, access, clock, path } = await appWithLink(true);
    await browser(app).get(path);
    expect(access.links.list()).toHaveLength(1);
    await browser(app).submit(path);
    expect(access.links.list()).toEqual([]);

    access.links.make({ role: 'host', once: true });
    access.links.make({ role: 'volunteer', once: false });
    clock.pass(24 * HOUR_MS);
    const [left] = access.links.list();
    expect(access.links.list().map(({ role }) => role)).toEqual(['volunteer']);
    if (left) access.links.cancel(left.id);
    expect(access.links.list()).toEqual([]);
  });

  test.each([true, false])(
    'let nobody in once cancelled (once: %s); who is in stays',
    async (once) => {
      const { app, access, path, token } = await appWithLink(once);
      const reusable = browser(app);
      if (!once) await reusable.get(path);
      const admin = browser(app);
      admin.cookies['wz_session'] = access.sessions.begin('admin', 'admin', '').token;
      const [listed] = (await admin.get('/api/links')).json();
      expect(JSON.stringify(listed)).not.toContain(token);
      expect((await admin.delete(`/api/links/${listed.id}`)).statusCode).toBe(204);

      expect((await browser(app).get(path)).statusCode).toBe(410);
      expect((await browser(app).submit(path)).statusCode).toBe(410);
      const byApi = await browser(app).post('/api/session', { link: token });
      expect([byApi.statusCode, byApi.json()]).toEqual([401, { code: 'access.link_invalid' }]);
      expect((await reusable.get('/api/session')).statusCode).toBe(once ? 204 : 200);
      expect((await admin.delete(`/api/links/${listed.id}`)).statusCode).toBe(404);
    },
  );

  test('cannot be opened by what names them in the list', async () => {
    const { app, access } = await appWithLink(false);
    const [listed] = access.links.list();
    expect((await browser(app).get(`/console/enter/${listed?.id}`)).statusCode).toBe(410);
  });
});

describe('a link for a kiosk', () => {
  test('leads to the kiosk’s page at once', async () => {
    const { app, access } = await testApp();
    const { token } = access.links.make({ role: 'kiosk', once: false });
    const device = browser(app);
    const opened = await device.get(`/console/enter/${token}`);
    expect([opened.statusCode, opened.headers.location]).toEqual([303, '/kiosk']);
    expect((await device.get('/api/session')).json()).toMatchObject({ role: 'kiosk' });
  });

  test('says what becomes of the device before it does so once', async () => {
    const { app, access } = await testApp();
    const path = `/console/enter/${access.links.make({ role: 'kiosk', once: true }).token}`;
    const shown = await browser(app).get(path);
    expect(shown.body).toContain('把这台设备设为自助机');
    expect(shown.body).toContain('Make this device a kiosk');
    const pressed = await browser(app).submit(path);
    expect([pressed.statusCode, pressed.headers.location]).toEqual([303, '/kiosk']);
  });
});

test.each(['x', 'a'.repeat(43), '../../api/session', '%00'])(
  'an invented link (%s) lets nobody in',
  async (token) => {
    const { app } = await testApp();
    const shown = await browser(app).get(`/console/enter/${encodeURIComponent(token)}`);
    expect([shown.statusCode, shown.cookies]).toEqual([410, []]);
  },
);

test('links leave no trace in the log', async () => {
  const { app, path, token, logged } = await appWithLink(true);
  await browser(app).get(path);
  await browser(app).submit(path);
  await browser(app).submit(path);
  expect(logged.join('')).toContain('signed in');
  expect(logged.join('')).not.toContain(token);
});
