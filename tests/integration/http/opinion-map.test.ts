/** Who is answered that asks for the map of opinion, and how often. */
import { expect, test } from 'vitest';
import { browser, testApp } from '../../support/test-app';

const MAP = '/api/forums/a/opinions/map';

async function phone() {
  const { app, hub } = await testApp();
  const device = browser(app);
  await device.get('/');
  return { app, hub: Object.assign(hub, { votes: { ...hub.votes } }), device };
}

test('the map is told to a phone as the hub holds it, and to no stranger', async () => {
  const { app, hub, device } = await phone();
  const text = '{"map":{"at":1,"groups":[]}}';
  Object.assign(hub.votes, { map: (forum: string) => (forum === 'a' ? text : null) });
  const answer = await device.get(MAP);
  expect([answer.statusCode, answer.body]).toEqual([200, text]);
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  const stranger = await browser(app).get(MAP);
  expect([stranger.statusCode, stranger.json()]).toEqual([403, { code: 'forbidden' }]);
  const elsewhere = await device.get('/api/forums/b/opinions/map');
  expect([elsewhere.statusCode, elsewhere.json()]).toEqual([404, { code: 'no_forum' }]);
});

test('a phone that asks again and again is told to wait', async () => {
  const { hub, device } = await phone();
  Object.assign(hub.votes, { map: () => '{"map":null}' });
  const codes: number[] = [];
  for (let asked = 0; asked < 31; asked += 1) codes.push((await device.get(MAP)).statusCode);
  expect(codes).toEqual([...Array.from({ length: 30 }, () => 200), 429]);
});
