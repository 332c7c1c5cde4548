import { writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { remoteAdmin } from '@wenzheng/server/src/cli/admin-client';
import { withOfflineAdmin } from '@wenzheng/server/src/cli/offline-admin';
import type { Config } from '@wenzheng/server/src/config';
import { welcome } from '@wenzheng/server/src/forum/access/index';
import { openDatabase } from '@wenzheng/server/src/journal/database';
import { start } from '@wenzheng/server/src/start';
import { startFailure } from '@wenzheng/server/src/start-failure';
import { PROTOCOL } from '@wenzheng/shared/wire/protocol';
import { io } from 'socket.io-client';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { configFor, SILENT, standInScreens, startedHub } from '../support/started-hub';
import { temporaryFolder } from '../support/test-app';

async function failureOf(config: Config, screensFolder = standInScreens()) {
  try {
    const hub = await start(config, screensFolder, SILENT);
    await hub.stop();
    return null;
  } catch (error) {
    return startFailure(error, config);
  }
}

/** What the hub says first to a client that connects. */
function greeting(url: string, client: string, cookie: string): Promise<unknown> {
  const socket = io(url, {
    transports: ['websocket'],
    extraHeaders: { cookie },
    auth: { protocol: PROTOCOL, client, forum: null, held: null },
    reconnection: false,
  });
  onTestFinished(() => void socket.close());
  return new Promise((resolve, reject) => {
    socket.on('hello', ({ role }: { role: string }) => resolve(role));
    socket.on('refused', ({ code }: { code: string }) => resolve(code));
    socket.on('connect_error', reject);
  });
}

interface Said {
  readonly url: string;
}

/** As if this machine had no network, until the returned function is told of some. */
function withoutNetwork(): (found: ReturnType<typeof os.networkInterfaces>) => void {
  let there: ReturnType<typeof os.networkInterfaces> = {};
  const real = os.networkInterfaces;
  const set = (networkInterfaces: typeof real): void => {
    os.networkInterfaces = networkInterfaces;
    syncBuiltinESMExports();
  };
  set(() => there);
  onTestFinished(() => set(real));
  return (found) => void (there = found);
}

describe('a started hub', () => {
  test('serves pages and sockets, by who one is', async () => {
    const data = temporaryFolder();
    const { url, access } = await startedHub(data);
    expect((await fetch(`${url}healthz`)).status).toBe(200);
    expect(await greeting(url, 'display', '')).toBe('no_forum');
    await remoteAdmin(data).seed('zh-CN');

    const page = await fetch(url);
    expect(await page.text()).toContain('"revision"');
    const device = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(await greeting(url, 'audience', device)).toBe('audience');
    expect(await greeting(url, 'audience', '')).toBe('forbidden');
    expect(await greeting(url, 'display', '')).toBe('display');
    expect(await greeting(url, 'console', device)).toBe('forbidden');
    const { token } = access.sessions.begin('host', 'tablet', '');
    expect(await greeting(url, 'console', `wz_session=${token}`)).toBe('host');
  });

  test('is found where the network came after it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const connect = withoutNetwork();
    const data = temporaryFolder();
    const hub = await start(configFor(data, { host: '0.0.0.0' }), standInScreens(), SILENT);
    onTestFinished(() => hub.stop());
    const said = async () => ((await (await fetch(`${hub.url}api/hub`)).json()) as Said).url;
    expect(await said()).toBe(hub.url);
    const netmask = '255.255.255.0';
    const rest = { family: 'IPv4', netmask, mac: '', internal: false, cidr: null } as const;
    connect({ eth0: [{ address: '192.168.1.5', ...rest }] });
    vi.advanceTimersByTime(10_000);
    const found = hub.url.replace('127.0.0.1', '192.168.1.5');
    expect(await said()).toBe(found);
    const link = await remoteAdmin(data).access({ role: 'host', once: false });
    expect(link.startsWith(found)).toBe(true);
  });

  test('hands out links while it runs', async () => {
    const data = temporaryFolder();
    const { url } = await startedHub(data);
    const link = await remoteAdmin(data).access({ role: 'host', once: false });
    expect(link.startsWith(`${url}console/enter/`)).toBe(true);
    const entered = await fetch(link, { redirect: 'manual' });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/console']);
  });

  test('stops at once though clients are connected, and starts again as it was', async () => {
    const data = temporaryFolder();
    const first = await start(configFor(data), standInScreens(), SILENT);
    expect(await welcome(first.access)).not.toBeNull();
    await remoteAdmin(data).seed('en');
    expect(await greeting(first.url, 'display', '')).toBe('display');
    const { token } = first.access.sessions.begin('host', 'tablet', '');
    await first.stop();

    const second = await startedHub(data);
    expect(await welcome(second.access)).toBeNull();
    expect(await greeting(second.url, 'console', `wz_session=${token}`)).toBe('host');
  });

  test('finds what was made while it did not run', async () => {
    const data = temporaryFolder();
    const config = configFor(data, { publicUrl: 'https://wenzheng.example/' });
    const { forum, link } = await withOfflineAdmin(config, SILENT, async (admin) => ({
      ...(await admin.seed('en')),
      link: await admin.access({ role: 'moderator', once: true }),
    }));
    expect(link.startsWith('https://wenzheng.example/console/enter/')).toBe(true);

    const { url } = await startedHub(data);
    expect(await (await fetch(`${url}api/hub`)).json()).toMatchObject({ live: forum });
    const shown = await fetch(new URL(new URL(link).pathname, url));
    expect(await shown.text()).toContain('method="post"');
  });
});

describe('a hub that cannot start says why', () => {
  test('when its port is taken', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const failure = await failureOf(configFor(temporaryFolder(), { port }));
    expect(failure?.exitCode).toBe(69);
    expect(failure?.text).toContain(`--port ${port + 1}`);
  });

  test('when its address belongs to another machine', async () => {
    const failure = await failureOf(configFor(temporaryFolder(), { host: '192.0.2.77' }));
    expect([failure?.exitCode, failure?.text]).toEqual([69, expect.stringContaining('192.0.2.77')]);
  });

  test('when another hub has the folder, and leaves the folder to it', async () => {
    const data = temporaryFolder();
    const { url } = await startedHub(data);
    const failure = await failureOf(configFor(data));
    expect([failure?.exitCode, failure?.text]).toEqual([71, expect.stringContaining(data)]);
    expect((await fetch(`${url}healthz`)).status).toBe(200);
    expect((await remoteAdmin(data).seed('en')).live).toBe(true);
  });

  test('when the folder cannot be made', async () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const failure = await failureOf(configFor(path.join(file, 'data')));
    expect([failure?.exitCode, failure?.text]).toEqual([73, expect.stringContaining(file)]);
  });

  test('when a newer hub wrote the folder', async () => {
    const data = temporaryFolder();
    const { db, close } = openDatabase(data);
    db.pragma('user_version = 999');
    close();
    expect((await failureOf(configFor(data)))?.exitCode).toBe(70);
  });

  test('when the file is damaged', async () => {
    const data = temporaryFolder();
    writeFileSync(path.join(data, 'wenzheng.sqlite'), 'no database'.repeat(1_000));
    expect((await failureOf(configFor(data)))?.exitCode).toBe(72);
  });

  test('when the screens are not built, in one line of both languages', async () => {
    const failure = await failureOf(configFor(temporaryFolder()), temporaryFolder());
    expect(failure?.exitCode).toBe(69);
    expect(failure?.text).toMatch(/^.*画面文件.*npm run build.*$/);
  });

  test('and leaves nothing locked or listening behind', async () => {
    const data = temporaryFolder();
    await failureOf(configFor(data, { host: '192.0.2.77' }));
    openDatabase(data).close();
  });
});

test('a fault of the program is not taken for one', () => {
  expect(startFailure(new TypeError('x'), configFor('/data'))).toBeNull();
});
