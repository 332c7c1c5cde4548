import { entryUrl, trackingUrl } from '@wenzheng/server/src/reports/slip-sheet';
import type { SignInRole } from '@wenzheng/shared/forum/access';
import type { SlipStory } from '@wenzheng/shared/forum/slips';
import { instant } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import { browser, PUBLIC_URL, testApp } from '../../support/test-app';

const SLIP: SlipStory = {
  serial: 'A-0002',
  state: 'entered',
  illegible: null,
  late: false,
  box: null,
  photo: null,
  voided: null,
  tracking: 'ABC-DEF',
  entries: [
    {
      ...{ question: '7', number: 7, text: '路灯', name: null, state: 'queued' },
      ...{ by: 'volunteer-1', toCheck: false, revision: 9, tracking: 'GHJ-KMN' },
    },
  ],
};

async function signedIn(role: SignInRole | null) {
  const { app, access, hub } = await testApp();
  hub.list.push({ id: 'f1', title: '<b>问政</b>', startsAt: instant(0) });
  hub.slips.push({ forum: 'f1', slip: SLIP });
  const numbers = [1, 2, 3, 4, 5];
  hub.sheet = {
    title: '<b>问政</b>',
    slips: numbers.map((number) => ({ serial: `A-000${number}`, code: `CODE-${number}` })),
  };
  const device = browser(app);
  if (role) device.cookies['wz_session'] = access.sessions.begin(role, role, '').token;
  return { device, hub };
}

const SHEET = '/print/forums/f1/slips?batch=A&first=1&last=5';
const STUB = '/print/forums/f1/stubs/A-0002';
const STORY = '/api/forums/f1/slips/A-0002';

describe('who may', () => {
  test.each([
    ['admin', [200, 200, 200]],
    ['host', [200, 200, 200]],
    ['moderator', [403, 200, 200]],
    ['volunteer', [403, 200, 200]],
    ['kiosk', [403, 403, 403]],
    [null, [401, 401, 401]],
  ] as const)('%s: print slips, print a stub, look one up', async (role, expected) => {
    const { device } = await signedIn(role);
    const answers = await Promise.all([SHEET, STUB, STORY].map((url) => device.get(url)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(expected);
    for (const { statusCode, headers } of answers)
      if (statusCode === 200) expect(headers['cache-control']).toBe('no-store');
  });
});

describe('the sheet', () => {
  test('has four slips on each page, each with its number and code', async () => {
    const { device } = await signedIn('admin');
    const { body } = await device.get(SHEET);
    expect(body.match(/class="sheet"/g)).toHaveLength(2);
    expect(body.match(/class="slip"/g)).toHaveLength(5);
    for (const number of [1, 2, 3, 4, 5]) {
      expect(body.split(`A-000${number}</b>`)).toHaveLength(2);
      expect(body.split(`CODE-${number}</dd>`)).toHaveLength(2);
    }
  });
  test('says what people wrote as words and never as markup', async () => {
    const { device } = await signedIn('admin');
    const { body } = await device.get(SHEET);
    expect(body).toContain('&lt;b&gt;问政&lt;/b&gt;');
    expect(body).not.toContain('<b>问政');
  });
  test.each([
    ['zh-CN', '', '存根'],
    ['zh-CN', '&locale=zh-CN', '存根'],
    ['en', '&locale=en', 'Stub'],
  ])('speaks %s with %j', async (locale, query, word) => {
    const { device } = await signedIn('admin');
    const { body } = await device.get(`${SHEET}${query}`);
    expect(body).toContain(`<html lang="${locale}">`);
    expect(body).toContain(word);
  });
  test.each([
    '',
    '?batch=A&first=0&last=5',
    '?batch=A&first=1&last=9999',
    '?batch=A&first=x&last=2',
  ])('is none for %j', async (query) => {
    const { device } = await signedIn('admin');
    const answer = await device.get(`/print/forums/f1/slips${query}`);
    expect([answer.statusCode, answer.json()]).toEqual([404, { code: 'slips.unknown' }]);
  });
  test('prints by a button, with the one script that the page may run', async () => {
    const { device } = await signedIn('admin');
    expect((await device.get(SHEET)).body).toContain('<script src="/print/print.js" defer>');
    const script = await device.get('/print/print.js');
    expect(script.headers['content-type']).toContain('text/javascript');
  });
});

describe('a stub anew', () => {
  test.each([
    ['', 'ABC-DEF'],
    ['?question=7', 'GHJ-KMN'],
  ])('%j', async (query, code) => {
    const { device } = await signedIn('volunteer');
    const { body } = await device.get(`${STUB}${query}`);
    expect(body).toContain(`${code}</dd>`);
    expect(body.match(/class="stub"/g)).toHaveLength(1);
  });
  test('of a question that is not on the slip is none', async () => {
    const { device } = await signedIn('volunteer');
    expect((await device.get(`${STUB}?question=8`)).statusCode).toBe(404);
  });
});

test('a slip is found by its number, with the codes of its questions', async () => {
  const { device } = await signedIn('volunteer');
  expect((await device.get(STORY)).json()).toEqual(SLIP);
  const unknown = await device.get('/api/forums/f1/slips/A-0009');
  expect([unknown.statusCode, unknown.json()]).toEqual([404, { code: 'slips.unknown' }]);
});

test('codes lead to the hub as people reach it', () => {
  const parts = {
    ...{ forum: 'f1', title: '', slips: [], locale: 'en' as const },
    publicUrl: PUBLIC_URL,
  };
  expect(entryUrl(parts, 'A-0001')).toBe(`${PUBLIC_URL}console?forum=f1#slips/A-0001`);
  expect(trackingUrl(parts, 'ABC-DEF')).toBe(`${PUBLIC_URL}?forum=f1&code=ABC-DEF#mine`);
});
