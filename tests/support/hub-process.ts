/** The real hub as a process of its own, on a data folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { StaffRole } from '@wenzheng/shared/forum/access';
import { remoteAdmin } from '@wenzheng/server/src/cli/admin-client';
import { ROOT } from './root';

export const HUB = path.join(ROOT, 'server/dist/main.js');
/** The starter, which brings a hub that dies back. */
export const STARTER = path.join(ROOT, 'tests/support/keep-built-hub.mjs');
const READY_WITHIN_MS = 30_000;
const POLL_MS = 5;

export interface HubProcess {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly url: string;
  readonly port: number;
  readonly data: string;
  /** What it has written so far. */
  output(): string;
}

/** Runs `program` (the hub or its starter) and resolves once it answers that it is ready. */
export async function startHubProcess(
  program: string,
  data: string,
  nodeArguments: readonly string[],
): Promise<HubProcess> {
  const port = await freePort();
  const options = ['--port', String(port), '--host', '127.0.0.1', '--data', data];
  const child = spawn(
    process.execPath,
    [...nodeArguments, program, ...options, '--log-level', 'warn'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const hub = {
    child,
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${port}`,
    port,
    data,
    output: () => output,
  };
  await untilReady(hub.url, () => child.exitCode === null, hub.output);
  return hub;
}

/** Resolves when the hub at `url` is ready. */
export async function untilReady(
  url: string,
  alive: () => boolean,
  output: () => string,
): Promise<void> {
  const end = performance.now() + READY_WITHIN_MS;
  while (!(await isReady(url))) {
    if (!alive() || performance.now() > end)
      throw new Error(`the hub does not start:\n${output()}`);
    await wait(POLL_MS);
  }
}

export async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/healthz`, { headers: { connection: 'close' } });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

/** Ends a process that this test started, with all its children, and waits for it. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** Makes the built-in forum; answers its id. */
export const seedForum = async (hub: HubProcess): Promise<string> =>
  (await remoteAdmin(hub.data).seed('zh-CN')).forum;

/** Signs in as `role`; answers the cookie to send. */
export async function signIn(hub: HubProcess, role: StaffRole): Promise<string> {
  const link = await remoteAdmin(hub.data).access({ role, once: false });
  const response = await fetch(new URL(new URL(link).pathname, hub.url), { redirect: 'manual' });
  return cookieIn(response, 'wz_session');
}

/** Opens the phones' page as a new device; answers the cookie to send. */
export async function newDevice(hub: HubProcess): Promise<string> {
  const response = await fetch(hub.url);
  await response.arrayBuffer();
  return cookieIn(response, 'wz_device');
}

function cookieIn(response: Response, name: string): string {
  const cookie = response.headers.getSetCookie().find((each) => each.startsWith(`${name}=`));
  const value = cookie?.split(';')[0];
  if (value === undefined) throw new Error(`no ${name} from ${response.url}: ${response.status}`);
  return value;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
