import { welcome } from '@wenzheng/server/src/forum/access/index';
import { expect, test } from 'vitest';
import { browser, testApp } from '../../support/test-app';

test('the first start hands out a PIN for the host and one link for the admin', async () => {
  const { app, access } = await testApp();
  const first = await welcome(access);
  expect(first?.hostPin).toMatch(/^\d{8}$/);

  const host = await browser(app).post('/api/session', { pin: first?.hostPin ?? '' });
  expect(host.json()).toMatchObject({ role: 'host' });
  const link = { link: first?.adminToken ?? '' };
  expect((await browser(app).post('/api/session', link)).json()).toMatchObject({ role: 'admin' });
  expect((await browser(app).post('/api/session', link)).statusCode).toBe(401);

  expect(await welcome(access)).toBeNull();
});
