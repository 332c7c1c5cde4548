import {
  DEVICE_NAME_LIMIT,
  SIGN_IN_ROLES,
  type DeviceListing,
  type LinkListing,
  type SignInRole,
} from '@wenzheng/shared/forum/access';
import { describe, expect, test } from 'vitest';
import { browser, testApp } from '../../support/test-app';

const MINUTE_MS = 60_000;
const IPAD = 'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15';
const STAFF = ['host', 'moderator', 'volunteer', 'kiosk'] as const;

async function hall() {
  const parts = await testApp();
  const { app, access } = parts;
  const begin = (role: SignInRole, actor: string = role) => {
    const device = browser(app);
    device.cookies['wz_session'] = access.sessions.begin(role, actor, `${actor}’s device`).token;
    return device;
  };
  const byLink = async (role: SignInRole, userAgent: string) => {
    const { token } = access.links.make({ role, once: false });
    const device = browser(app);
    const headers = { 'user-agent': userAgent };
    return { device, entered: await device.get(`/console/enter/${token}`, { headers }) };
  };
  const listed = async (as: ReturnType<typeof begin>): Promise<DeviceListing[]> =>
    (await as.get('/api/devices')).json();
  return { ...parts, begin, byLink, listed };
}

/** Role that asks → roles whose access it may hand out. */
const HANDS_OUT: Readonly<Record<SignInRole, readonly SignInRole[]>> = {
  admin: SIGN_IN_ROLES,
  host: STAFF,
  moderator: [],
  volunteer: [],
  kiosk: [],
};
const cells = SIGN_IN_ROLES.flatMap((own) => SIGN_IN_ROLES.map((role) => [own, role] as const));

describe('rights', () => {
  test.each(cells)('%s and the access of %s', async (own, role) => {
    const { begin, access, listed } = await hall();
    const who = begin(own, 'own');
    const other = begin(role, 'other');
    const may = HANDS_OUT[own].includes(role);

    const link = await who.post('/api/links', { role, once: true });
    expect(link.statusCode).toBe(may ? 201 : 403);
    const pin = await who.post('/api/pins', { role });
    expect(pin.statusCode).toBe(own === 'admin' ? 201 : 403);
    expect(access.pins.exist()).toBe(own === 'admin');

    const { token } = access.links.make({ role, once: false });
    const [made] = access.links.list();
    const seen = await who.get('/api/links');
    expect(seen.statusCode).toBe(HANDS_OUT[own].length > 0 ? 200 : 403);
    if (seen.statusCode === 200)
      expect(seen.json().some(({ id }: LinkListing) => id === made?.id)).toBe(may);
    const cancelled = await who.delete(`/api/links/${made?.id}`);
    expect(cancelled.statusCode).toBe(may ? 204 : 403);
    expect(access.links.look(token) === null).toBe(may);

    const renamed = await who.patch('/api/devices/other', { name: '备用机' });
    expect(renamed.statusCode).toBe(may ? 204 : 403);
    expect((await other.get('/api/session')).json().name).toBe(may ? '备用机' : 'other’s device');
    const revoked = await who.delete('/api/devices/other');
    expect(revoked.statusCode).toBe(may ? 204 : 403);
    expect((await other.get('/api/session')).statusCode).toBe(may ? 204 : 200);
    if (HANDS_OUT[own].length > 0)
      expect((await listed(who)).some(({ id }) => id === 'other')).toBe(!may);
  });

  test.each(SIGN_IN_ROLES)('%s and the list of devices', async (own) => {
    const { begin } = await hall();
    const answer = await begin(own).get('/api/devices');
    expect(answer.statusCode).toBe(HANDS_OUT[own].length > 0 ? 200 : 403);
  });

  test('are nobody’s who is signed out, or whose access was revoked', async () => {
    const { app, begin, access } = await hall();
    const revoked = begin('admin');
    access.sessions.end('admin');
    for (const who of [browser(app), revoked]) {
      const answers = [
        await who.post('/api/links', { role: 'host' }),
        await who.get('/api/links'),
        await who.delete('/api/links/x'),
        await who.post('/api/pins', { role: 'host' }),
        await who.get('/api/devices'),
        await who.patch('/api/devices/x', { name: 'x' }),
        await who.delete('/api/devices/x'),
        await who.patch('/api/session', { name: 'x' }),
      ];
      for (const answer of answers)
        expect([answer.statusCode, answer.json()]).toEqual([401, { code: 'access.signed_out' }]);
    }
  });

  test('end at the door of another site', async () => {
    const { app, begin } = await hall();
    const { cookies } = begin('admin');
    const headers = { origin: 'http://evil.example', host: 'hub.lan' };
    const post = (url: string, payload: object) =>
      app.inject({ method: 'POST', url, cookies, headers, payload });
    expect((await post('/api/links', { role: 'admin' })).statusCode).toBe(403);
    expect((await post('/api/pins', { role: 'admin' })).statusCode).toBe(403);
    for (const url of ['/api/devices/x', '/api/links/x']) {
      const answer = await app.inject({ method: 'DELETE', url, cookies, headers });
      expect([answer.statusCode, answer.json()]).toEqual([403, { code: 'cross_origin' }]);
    }
  });
});

describe('what makes no sense', () => {
  test.each([
    ['/api/links', { role: 'display' }],
    ['/api/links', { role: 'host', once: 'yes' }],
    ['/api/pins', { role: 'audience' }],
    ['/api/pins', {}],
    ['/api/pins', { role: 'host', pin: '00000000' }],
  ])('%s %j is malformed', async (url, payload) => {
    const { begin } = await hall();
    const answer = await begin('admin').post(url, payload);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'malformed']);
  });

  test.each(['', '  ', '\u200b', '长'.repeat(DEVICE_NAME_LIMIT + 1), 7])(
    '%j is no name',
    async (name) => {
      const { begin } = await hall();
      begin('host');
      const admin = begin('admin');
      expect((await admin.patch('/api/devices/host', { name })).statusCode).toBe(400);
      expect((await admin.patch('/api/session', { name })).statusCode).toBe(400);
    },
  );

  test('names no device that is not there', async () => {
    const { begin } = await hall();
    const admin = begin('admin');
    expect((await admin.patch('/api/devices/nobody', { name: 'x' })).statusCode).toBe(404);
    expect((await admin.delete('/api/devices/nobody')).statusCode).toBe(404);
  });
});

describe('signed-in devices', () => {
  test('are told apart by kind and number, and named by people', async () => {
    const { byLink, begin, listed } = await hall();
    const first = await byLink('host', IPAD);
    const second = await byLink('host', IPAD);
    const admin = begin('admin');
    const names = async () => (await listed(admin)).map(({ name }) => name);
    expect(await names()).toEqual(expect.arrayContaining(['iPad 1', 'iPad 2']));

    await second.device.patch('/api/session', { name: '  主持\n台左侧 ' });
    expect((await second.device.get('/api/session')).json().name).toBe('主持 台左侧');
    expect(await names()).toEqual(expect.arrayContaining(['iPad 1', '主持 台左侧']));
    await byLink('moderator', IPAD);
    expect(await names()).toContain('iPad 2');
    expect(first.entered.headers.location).toBe('/console');
  });

  test('keep their name and stay one device when they sign in again', async () => {
    const { byLink, access, listed, begin } = await hall();
    const { device } = await byLink('host', IPAD);
    await device.patch('/api/session', { name: '主持台' });
    const { actor } = (await device.get('/api/session')).json();
    delete device.cookies['wz_session']; // forgotten, not signed out
    const { token } = access.links.make({ role: 'host', once: true });
    await device.post('/api/session', { link: token });

    const all = await listed(begin('admin'));
    expect(all.filter(({ role }) => role === 'host')).toMatchObject([
      { id: actor, name: '主持台' },
    ]);
  });

  test('are listed with who is there, newest use first', async () => {
    const { hub, clock, begin, listed } = await hall();
    const host = begin('host');
    const signedIn = clock.now();
    begin('volunteer');
    begin('moderator');
    clock.pass(5 * MINUTE_MS);
    const admin = begin('admin');
    clock.pass(MINUTE_MS);
    await host.get('/api/session');
    const hostSeen = clock.now();
    clock.pass(MINUTE_MS);
    hub.connected = ['volunteer'];

    const all = await listed(admin);
    expect(all.map(({ id }) => id)).toEqual(['admin', 'volunteer', 'host', 'moderator']);
    expect(all[0]).toMatchObject({ own: true, connected: false, lastSeen: clock.now() });
    expect(all[1]).toMatchObject({ connected: true, lastSeen: clock.now() });
    expect(all[2]).toEqual({
      id: 'host',
      role: 'host',
      name: 'host’s device',
      signedIn,
      lastSeen: hostSeen,
      connected: false,
      own: false,
      linkWorks: false,
    });
    expect(all[3]?.lastSeen).toBe(signedIn);
  });

  test('leave the list when they sign out, or after 30 days', async () => {
    const { begin, listed, clock } = await hall();
    const volunteer = begin('volunteer');
    begin('host');
    clock.pass(30 * 24 * 60 * MINUTE_MS - 1);
    const admin = begin('admin');
    expect(await listed(admin)).toHaveLength(3);
    await volunteer.delete('/api/session');
    expect(await listed(admin)).toHaveLength(2);
    clock.pass(1);
    expect((await listed(admin)).map(({ id }) => id)).toEqual(['admin']);
  });

  test('are cut when they are revoked, and nobody else is', async () => {
    const { access, begin } = await hall();
    const ended: string[] = [];
    begin('host');
    begin('moderator');
    const admin = begin('admin');
    access.sessions.whenEnded((actor) => ended.push(actor));
    await admin.delete('/api/devices/host');
    await admin.delete('/api/devices/host');
    expect(ended).toEqual(['host']);
  });

  test('when they were seen is on disk once it is written down', async () => {
    const { access, clock, begin, listed } = await hall();
    const host = begin('host');
    const admin = begin('admin');
    clock.pass(MINUTE_MS);
    await host.get('/api/session');
    const seen = clock.now();
    access.sessions.writeSeen();
    clock.pass(MINUTE_MS);
    access.sessions.writeSeen();
    expect((await listed(admin)).find(({ id }) => id === 'host')?.lastSeen).toBe(seen);
  });
});

describe('a revoked device', () => {
  /** A device that came by a reusable link for the host, and the link. */
  async function came() {
    const parts = await hall();
    const { token } = parts.access.links.make({ role: 'host', once: false });
    const path = `/console/enter/${token}`;
    const device = browser(parts.app);
    await device.get(path);
    const { actor } = (await device.get('/api/session')).json();
    const admin = parts.begin('admin');
    const worksFor = async (id: string) =>
      (await parts.listed(admin)).find((each) => each.id === id)?.linkWorks;
    return { ...parts, token, path, device, actor, admin, worksFor };
  }

  test('does not come back by the code that it came by, nor does anybody else', async () => {
    const { app, path, token, device, actor, admin, worksFor } = await came();
    const other = browser(app);
    await other.get(path);
    expect(await worksFor(actor)).toBe(true);
    expect((await admin.delete(`/api/devices/${actor}`)).statusCode).toBe(204);

    for (const who of [device, browser(app)]) {
      expect((await who.get(path)).statusCode).toBe(410);
      expect((await who.submit(path)).statusCode).toBe(410);
      expect((await who.post('/api/session', { link: token })).statusCode).toBe(401);
      expect((await who.get('/api/session')).statusCode).toBe(204);
    }
    const session = (await other.get('/api/session')).json();
    expect(session.role).toBe('host');
    expect(await worksFor(session.actor)).toBe(false);
  });

  test('takes along every code it ever came by, even if a PIN or another link was its last way in', async () => {
    const { access, path, device, actor, admin, worksFor } = await came();
    const again = access.links.make({ role: 'host', once: false });
    await device.post('/api/session', { link: again.token });
    await device.post('/api/session', { pin: await access.pins.make('host') });
    expect((await device.get('/api/session')).json().actor).toBe(actor);
    expect(await worksFor(actor)).toBe(true);
    await admin.delete(`/api/devices/${actor}`);
    expect((await device.get(path)).statusCode).toBe(410);
    expect(access.links.look(again.token)).toBeNull();
  });

  test('leaves links alone that it did not come by', async () => {
    const { access, actor, admin } = await came();
    const others = [
      access.links.make({ role: 'host', once: false }),
      access.links.make({ role: 'host', once: true }),
      access.links.make({ role: 'moderator', once: false }),
    ];
    await admin.delete(`/api/devices/${actor}`);
    expect(others.map(({ token }) => access.links.look(token)?.role)).toEqual([
      'host',
      'host',
      'moderator',
    ]);
  });

  test('that came by a PIN or by a link for once has no link to lose', async () => {
    const { app, access, worksFor, admin, path } = await came();
    const byPin = browser(app);
    const pin = await access.pins.make('host');
    const byOnce = browser(app);
    const { token } = access.links.make({ role: 'host', once: true });
    for (const [device, credentials] of [
      [byPin, { pin }],
      [byOnce, { link: token }],
    ] as const) {
      const { actor } = (await device.post('/api/session', credentials)).json();
      expect(await worksFor(actor)).toBe(false);
      expect((await admin.delete(`/api/devices/${actor}`)).statusCode).toBe(204);
    }
    expect((await browser(app).get(path)).statusCode).toBe(303);
  });

  test('that only signed out leaves its code to the others', async () => {
    const { app, device, path } = await came();
    await device.delete('/api/session');
    expect((await browser(app).get(path)).statusCode).toBe(303);
  });
});

describe('what is handed out', () => {
  test('a PIN takes the place of the role’s old one, and lets a kiosk in', async () => {
    const { app, begin } = await hall();
    const admin = begin('admin');
    const make = async (role: SignInRole): Promise<string> =>
      (await admin.post('/api/pins', { role })).json().pin;
    const [host, old] = [await make('host'), await make('kiosk')];
    const pin = await make('kiosk');
    expect(pin).toMatch(/^\d{8}$/);
    const enter = async (given: string) => {
      const answer = await browser(app).post('/api/session', { pin: given });
      return answer.statusCode === 200 ? answer.json().role : answer.statusCode;
    };
    expect([await enter(old), await enter(pin), await enter(host)]).toEqual([401, 'kiosk', 'host']);
  });

  test('a link says until when it works', async () => {
    const { begin, clock } = await hall();
    const host = begin('host');
    const hours = async (once: boolean) => {
      const { expires } = (await host.post('/api/links', { role: 'host', once })).json();
      return (expires - clock.now()) / (60 * MINUTE_MS);
    };
    expect([await hours(true), await hours(false)]).toEqual([24, 7 * 24]);
  });

  test('is written down, without secrets and names', async () => {
    const { begin, logged } = await hall();
    begin('volunteer');
    const admin = begin('admin');
    const { url } = (await admin.post('/api/links', { role: 'host' })).json();
    const { pin } = (await admin.post('/api/pins', { role: 'host' })).json();
    await admin.patch('/api/devices/volunteer', { name: '张三的手机' });
    await admin.delete('/api/devices/volunteer');
    const [link] = (await admin.get('/api/links')).json();
    await admin.delete(`/api/links/${link.id}`);
    const log = logged.join('');
    const lines = ['sign-in link made', 'sign-in link cancelled', 'PIN made', 'device renamed'];
    for (const line of [...lines, 'device revoked']) expect(log).toContain(line);
    expect(log).toContain('"by":"admin"');
    for (const secret of [url.split('/').at(-1), pin, '张三', admin.cookies['wz_session']])
      expect(log).not.toContain(secret);
  });
});
