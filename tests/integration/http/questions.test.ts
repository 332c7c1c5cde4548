/** Who may search a forum's questions, and what a phone that is about to ask may know of them. */
import type { SignInRole } from '@wenzheng/shared/forum/access';
import type { DeskQuery } from '@wenzheng/shared/forum/desk';
import { expect, describe, test } from 'vitest';
import { browser, testApp } from '../../support/test-app';

async function visitor(role: SignInRole | 'phone' | null) {
  const parts = await testApp();
  const device = browser(parts.app);
  if (role === 'phone') await device.get('/');
  else if (role) device.cookies['wz_session'] = parts.access.sessions.begin(role, role, '').token;
  return { ...parts, device };
}
const SEARCH = '/api/forums/a/desk/questions';
const SIMILAR = '/api/forums/a/similar';

describe('the search of desks', () => {
  test.each<[SignInRole | 'phone' | null, number]>([
    ['admin', 200],
    ['host', 200],
    ['moderator', 200],
    ['volunteer', 403],
    ['kiosk', 403],
    ['phone', 401],
    [null, 401],
  ])('is answered to %s with %i', async (role, status) => {
    const { device } = await visitor(role);
    expect((await device.get(SEARCH)).statusCode).toBe(status);
    expect((await device.get(`${SEARCH}/1/similar`)).statusCode).toBe(status);
  });

  test('takes what stands in the address', async () => {
    const { device, hub } = await visitor('moderator');
    const asked: DeskQuery[] = [];
    hub.searchQuestions = async (_, query) => {
      asked.push(query);
      return { questions: [], total: 0 };
    };
    await device.get(`${SEARCH}?place=all&search=%E7%81%AF&source=paper&flag=rude&from=40`);
    expect(asked).toEqual([
      { place: 'all', search: '灯', source: 'paper', flag: 'rude', from: 40 },
    ]);
    const wrong = await device.get(`${SEARCH}?place=nowhere`);
    expect([wrong.statusCode, wrong.json()]).toMatchObject([400, { code: 'malformed' }]);
  });
});

describe('without anybody who reads the questions', () => {
  test('desks are told to come again', async () => {
    const { device, hub } = await visitor('moderator');
    hub.searchQuestions = async () => 'no_reader';
    hub.similarAtDesk = async () => 'no_reader';
    for (const path of [SEARCH, `${SEARCH}/1/similar`]) {
      const answer = await device.get(path);
      expect([answer.statusCode, answer.json()]).toEqual([
        503,
        { code: 'questions.no_reader', seconds: 10 },
      ]);
    }
  });
});

describe('similar questions', () => {
  const text = { text: '3路车晚上没有了' };
  const found = [{ id: '1', number: 1, text: '3路车', support: 2 }];

  test('are told to a phone, and to no one else', async () => {
    const { device, hub, app } = await visitor('phone');
    hub.similarOnPhone = async () => found;
    expect((await device.post(SIMILAR, text)).json()).toEqual({ questions: found });
    expect((await browser(app).post(SIMILAR, text)).statusCode).toBe(403);
  });
  test('are told no more than thirty times a minute', async () => {
    const { device } = await visitor('phone');
    const codes: number[] = [];
    for (let count = 0; count <= 30; count += 1)
      codes.push((await device.post(SIMILAR, text)).statusCode);
    expect(codes.indexOf(429)).toBe(30);
  });
  test.each<['busy' | 'no_forum', number]>([
    ['busy', 429],
    ['no_forum', 404],
  ])('%s: %i', async (code, status) => {
    const { device, hub } = await visitor('phone');
    hub.similarOnPhone = async () => code;
    const answer = await device.post(SIMILAR, text);
    expect([answer.statusCode, answer.json()]).toMatchObject([status, { code }]);
  });
});
