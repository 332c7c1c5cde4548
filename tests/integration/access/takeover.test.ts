/** A tablet dies in the middle of a forum: another one has it in hand within five seconds. */
import { remoteAdmin } from '@wenzheng/server/src/cli/admin-client';
import { type Started } from '@wenzheng/server/src/start';
import type { DeviceListing } from '@wenzheng/shared/forum/access';
import { ForumLink } from '@wenzheng/shared/live/forum-link';
import { socketTransport } from '@wenzheng/shared/live/socket-transport';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startedHub } from '../../support/started-hub';
import { temporaryFolder } from '../../support/test-app';

const LONGEST_MS = 5_000;

async function hubWithForum(): Promise<Started> {
  const data = temporaryFolder();
  const hub = await startedHub(data);
  await remoteAdmin(data).seed('zh-CN');
  return hub;
}

/** Opens a sign-in link as a new device; answers where it leads and the session's cookie. */
async function open(link: string): Promise<{ cookie: string; leadsTo: string }> {
  const response = await fetch(link, { redirect: 'manual' });
  const cookie = response.headers.getSetCookie().find((each) => each.startsWith('wz_session='));
  return {
    cookie: cookie?.split(';')[0] ?? '',
    leadsTo: response.headers.get('location') ?? '',
  };
}

/** A tablet with the console open. */
function tablet(url: string, cookie: string) {
  const transport = socketTransport(url, 'console', { cookie });
  const link = new ForumLink({
    client: 'console',
    forum: null,
    first: null,
    transport,
    storage: memoryStorage(),
    local: () => performance.now(),
    later: (ms, run) => void setTimeout(run, ms),
    instance: cookie.slice(-12).replace(/[^A-Za-z0-9_-]/g, ''),
    changed: () => undefined,
  });
  onTestFinished(() => link.close());
  return link;
}

async function live(link: ForumLink): Promise<void> {
  await vi.waitFor(() => expect([link.status, link.view !== null]).toEqual(['live', true]), {
    timeout: LONGEST_MS,
    interval: 5,
  });
}

async function forumToTakeOver() {
  const hub = await hubWithForum();
  const { token } = hub.access.links.make({ role: 'host', once: false });
  const link = new URL(`console/enter/${token}`, hub.url).href;
  const api = (cookie: string, method: string, address: string) =>
    fetch(new URL(address, hub.url), { method, headers: { cookie } });
  const devices = async (cookie: string): Promise<DeviceListing[]> => {
    const all: DeviceListing[] = await (await api(cookie, 'GET', 'api/devices')).json();
    return all;
  };
  return { hub, link, api, devices };
}

test('a second tablet takes over while the first is there, and ends its access', async () => {
  const { hub, link, api, devices } = await forumToTakeOver();
  const old = await open(link);
  const first = tablet(hub.url, old.cookie);
  await live(first);

  const began = performance.now();
  const fresh = await open(link);
  expect(fresh.leadsTo).toBe('/console');
  const second = tablet(hub.url, fresh.cookie);
  await live(second);
  expect(performance.now() - began).toBeLessThan(LONGEST_MS);
  expect(second.hello?.role).toBe('host');
  expect(second.view?.documents).toEqual(first.view?.documents);
  expect(await second.submit({ type: 'showScene', scene: 'agenda' })).toMatchObject({ ok: true });

  const listed = await devices(fresh.cookie);
  expect(listed).toHaveLength(2);
  expect(listed.every(({ connected }) => connected)).toBe(true);
  const other = listed.find(({ own }) => !own);
  expect(other?.id).toBe(first.hello?.actor);
  expect((await api(fresh.cookie, 'DELETE', `api/devices/${other?.id}`)).status).toBe(204);

  await vi.waitFor(() => expect(first.refusal?.code).toBe('forbidden'), { timeout: LONGEST_MS });
  expect(first.status).toBe('refused');
  expect((await api(old.cookie, 'GET', 'api/session')).status).toBe(204);
  expect(await devices(fresh.cookie)).toMatchObject([{ own: true, connected: true }]);
  expect(second.status).toBe('live');
});

test('a tablet that died is shown as gone, and when it was last there', async () => {
  const { hub, link, devices } = await forumToTakeOver();
  const old = await open(link);
  const first = tablet(hub.url, old.cookie);
  await live(first);
  const { cookie } = await open(link);
  const wentAfter = (await devices(cookie)).find(({ own }) => !own)?.lastSeen ?? 0;
  first.close();

  await vi.waitFor(async () => {
    const gone = (await devices(cookie)).find(({ own }) => !own);
    expect(gone?.connected).toBe(false);
    expect(gone?.lastSeen).toBeGreaterThan(wentAfter);
  });
});
