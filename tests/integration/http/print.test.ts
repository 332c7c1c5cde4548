/** Print pages and the kiosk's question whose code it is: for those who may, and nobody else. */
import type { Sheets } from '@wenzheng/server/src/http/print/sheets';
import { SIGN_IN_ROLES, type SignInRole } from '@wenzheng/shared/forum/access';
import { instant } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import { browser, testApp } from '../../support/test-app';

const SHEETS: Sheets = {
  forum: {
    ...{ id: 'f1', title: 'T', theme: 'T', venue: 'V' },
    startsAt: instant(0),
    organisations: [],
  },
  day: [],
  tasks: [],
  url: 'http://hub/',
  wifi: null,
  tickets: (id) =>
    id === '1'
      ? {
          batch: { first: 1, count: 1, seat: '', until: null, at: instant(0), revoked: false },
          tickets: [{ number: 1, code: 'ABCDE-FGHJK' }],
        }
      : null,
};

async function signedIn(role: SignInRole | null) {
  const parts = await testApp();
  parts.hub.sheets = (forum) => (forum === 'f1' ? SHEETS : null);
  parts.hub.supporter = (forum, kiosk, code) => {
    if (forum !== 'f1') return null;
    if (code === 'good') return { ok: true, supports: [kiosk], own: null };
    return { ok: false, code: code === 'often' ? 'admission.wait' : 'admission.unknown_code' };
  };
  const device = browser(parts.app);
  if (role !== null)
    device.cookies['wz_session'] = parts.access.sessions.begin(role, role, '').token;
  return device;
}

describe('print pages', () => {
  const pages = ['tickets/1', 'poster', 'zones', 'queue', 'order-of-the-day'];

  test.each(SIGN_IN_ROLES)('are for those who run the forum: %s', async (role) => {
    const device = await signedIn(role);
    for (const page of pages) {
      const { statusCode } = await device.get(`/print/forums/f1/${page}`);
      expect(statusCode).toBe(role === 'admin' || role === 'host' ? 200 : 403);
    }
  });

  test.each(SIGN_IN_ROLES)('the checklist is for organisers alone: %s', async (role) => {
    const device = await signedIn(role);
    const { statusCode } = await device.get('/print/forums/f1/checklist');
    expect(statusCode).toBe(role === 'admin' ? 200 : 403);
  });

  test('are for nobody else', async () => {
    const device = await signedIn(null);
    for (const page of pages)
      expect((await device.get(`/print/forums/f1/${page}`)).statusCode).toBe(401);
  });

  test('are kept nowhere, and speak the language asked for', async () => {
    const device = await signedIn('host');
    const english = await device.get('/print/forums/f1/tickets/1?lang=en');
    expect(english.headers['cache-control']).toBe('no-store');
    expect(english.body).toContain('lang="en"');
    expect(english.body).toContain('ABCDE-FGHJK');
    expect((await device.get('/print/forums/f1/poster?lang=xx')).body).toContain('lang="zh-CN"');
  });

  test.each(['f2/poster', 'f1/tickets/9', 'f1/nothing'])('are not there: %s', async (page) => {
    const device = await signedIn('host');
    expect((await device.get(`/print/forums/${page}`)).statusCode).toBe(404);
  });
});

describe('whose code it is', () => {
  const ask = async (role: SignInRole | null, forum: string, code: string) => {
    const device = await signedIn(role);
    const { statusCode, body } = await device.post(`/api/forums/${forum}/supporter`, { code });
    return [statusCode, JSON.parse(body)] as const;
  };

  test.each<[SignInRole | null, string, string, number, object]>([
    ['kiosk', 'f1', 'good', 200, { supports: ['kiosk'], own: null }],
    ['kiosk', 'f1', 'bad', 404, { code: 'admission.unknown_code' }],
    ['kiosk', 'f1', 'often', 429, { code: 'admission.wait' }],
    ['kiosk', 'f2', 'good', 404, { code: 'no_forum' }],
    ['kiosk', 'f1', 'x'.repeat(65), 400, { code: 'malformed' }],
    ['volunteer', 'f1', 'good', 403, { code: 'forbidden' }],
    ['admin', 'f1', 'good', 403, { code: 'forbidden' }],
    [null, 'f1', 'good', 401, { code: 'access.signed_out' }],
  ])('%s asks %s for %s: %i', async (role, forum, code, status, expected) => {
    const [answered, body] = await ask(role, forum, code);
    expect(answered).toBe(status);
    expect(body).toMatchObject(expected);
  });
});
