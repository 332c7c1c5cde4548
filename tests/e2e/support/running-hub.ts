/** The production hub as people start it, on a folder and a port of its own, ended by the test. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { remoteAdmin } from '@wenzheng/server/src/cli/admin-client';
import type { SignInRole } from '@wenzheng/shared/forum/access';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface RunningHub {
  readonly port: number;
  readonly data: string;
  /** Everything it printed. */
  readonly printed: () => string;
  /** Path of a sign-in link for `role`. */
  signInPath(role: SignInRole): Promise<string>;
  /** Makes the built-in forum; answers its id. */
  seed(locale: 'zh-CN' | 'en'): Promise<string>;
  /** Ends the hub at once, as a power cut would; the starter brings it back. */
  kill(): void;
  ready(): Promise<void>;
  stop(): Promise<void>;
}

export async function startHub(): Promise<RunningHub> {
  const data = mkdtempSync(path.join(tmpdir(), 'wenzheng-e2e-'));
  const port = await freePort();
  const starter = spawn(
    process.execPath,
    ['tests/support/keep-built-hub.mjs', '--port', String(port), '--data', data],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  starter.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  starter.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const hub: RunningHub = {
    port,
    data,
    printed: () => printed,
    signInPath: async (role) =>
      new URL(await remoteAdmin(data).access({ role, once: false })).pathname,
    seed: async (locale) => (await remoteAdmin(data).seed(locale)).forum,
    kill: () => process.kill(hubProcess(starter), 'SIGKILL'),
    ready: () => untilReady(port, starter, () => printed),
    stop: () => stop(starter, data),
  };
  await hub.ready();
  return hub;
}

/** The starter's child that runs the hub. */
function hubProcess(starter: ChildProcess): number {
  const found = spawnSync('ps', ['--ppid', String(starter.pid), '-o', 'pid='], {
    encoding: 'utf8',
  });
  const pid = Number(found.stdout.trim().split(/\s+/)[0]);
  if (!(pid > 1)) throw new Error('the hub is not running');
  return pid;
}

async function untilReady(
  port: number,
  starter: ChildProcess,
  printed: () => string,
): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (starter.exitCode !== null) throw new Error(`the starter ended:\n${printed()}`);
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    // The page for the terminal comes last, and ends by saying how to stop.
    if (answer?.ok && printed().includes('Ctrl+C')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the hub does not get ready:\n${printed()}`);
}

async function stop(starter: ChildProcess, data: string): Promise<void> {
  if (starter.exitCode === null) {
    const ended = new Promise((resolve) => starter.once('exit', resolve));
    starter.kill('SIGTERM');
    await ended;
  }
  rmSync(data, { recursive: true, force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        resolve(address !== null && typeof address === 'object' ? address.port : 0),
      );
    });
  });
}
