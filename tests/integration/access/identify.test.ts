import type { IncomingMessage } from 'node:http';
import { identifier } from '@wenzheng/server/src/http/identify';
import { describe, expect, test } from 'vitest';
import { PUBLIC_URL, testApp } from '../../support/test-app';

async function doorkeeper() {
  const { access } = await testApp();
  const identify = identifier(access, () => PUBLIC_URL);
  const request = (headers: Record<string, string>) =>
    ({ headers: { host: 'hub.lan', ...headers } }) as unknown as IncomingMessage;
  return { access, identify, request };
}

describe('who connects', () => {
  test('is anyone as a display', async () => {
    const { identify, request } = await doorkeeper();
    expect(identify(request({}), 'display')).toMatchObject({ role: 'display', actor: 'display' });
  });

  test('is a citizen by the device that the page made known', async () => {
    const { access, identify, request } = await doorkeeper();
    const device = access.devices.issue();
    const id = access.devices.read(device);
    const known = request({ cookie: `a=b; wz_device=${device}` });
    expect(identify(known, 'audience')).toMatchObject({ role: 'audience', actor: id });
    expect(identify(request({}), 'audience')).toBeNull();
    expect(identify(request({ cookie: 'wz_device=made.up' }), 'audience')).toBeNull();
  });

  test('is staff by session, at the console only', async () => {
    const { access, identify, request } = await doorkeeper();
    const { token, session } = access.sessions.begin('host', 'tablet', 'iPad');
    const signedIn = request({ cookie: `wz_session=${token}` });
    expect(identify(signedIn, 'console')).toMatchObject({ role: 'host', actor: session.actor });
    expect(identify(signedIn, 'audience')).toBeNull();
    expect(identify(request({}), 'console')).toBeNull();
    access.sessions.revoke(token);
    expect(identify(signedIn, 'console')).toBeNull();
  });

  test('a kiosk is one by its session, and works nowhere else', async () => {
    const { access, identify, request } = await doorkeeper();
    const kiosk = access.sessions.begin('kiosk', 'hall', 'Android 1');
    const signedIn = request({ cookie: `wz_session=${kiosk.token}` });
    expect(identify(signedIn, 'kiosk')).toMatchObject({ role: 'kiosk', actor: 'hall' });
    expect(identify(signedIn, 'console')).toBeNull();
    expect(identify(request({}), 'kiosk')).toBeNull();
    const host = access.sessions.begin('host', 'tablet', 'iPad 1');
    expect(identify(request({ cookie: `wz_session=${host.token}` }), 'kiosk')).toBeNull();
  });

  test('a known device is not thereby signed in', async () => {
    const { access, identify, request } = await doorkeeper();
    const cookie = `wz_session=${access.knownDevices.issue()}; wz_device=${access.knownDevices.issue()}`;
    expect(identify(request({ cookie }), 'console')).toBeNull();
    expect(identify(request({ cookie }), 'audience')).toBeNull();
  });

  test('is nobody when another site’s page connects', async () => {
    const { identify, request } = await doorkeeper();
    const elsewhere = request({ origin: 'http://evil.example' });
    expect(identify(elsewhere, 'display')).toBeNull();
  });
});
