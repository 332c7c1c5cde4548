import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { createServer } from 'node:net';
import type { Admin } from '@wenzheng/server/src/cli/admin';
import { AdminRefusal, NoHub, remoteAdmin } from '@wenzheng/server/src/cli/admin-client';
import { openAdminSocket } from '@wenzheng/server/src/cli/admin-server';
import { lockFolder, openDatabase } from '@wenzheng/server/src/journal/database';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { HUB, stopProcess } from '../../support/hub-process';
import { temporaryFolder } from '../../support/test-app';

const echo: Admin = {
  access: async ({ role, once }) => `http://hub/${role}/${once}`,
  seed: async (locale) => ({ forum: `forum-${locale}`, live: true }),
  backup: async ({ target }) => ({
    target,
    keys: `${target}.keys`,
    media: 4,
    forums: 1,
    entries: 2,
    bytes: 3,
  }),
};

async function listening(admin: Admin) {
  const folder = temporaryFolder();
  const close = await openAdminSocket(folder, admin, pino({ level: 'silent' }));
  onTestFinished(close);
  return { folder, socket: path.join(folder, 'admin.sock'), close };
}

const send = (socketPath: string, method: string, url: string, body: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const sent = request({ socketPath, path: url, method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end(body);
  });

describe('the admin socket', () => {
  test('carries what the machine’s owner asks', async () => {
    const { folder } = await listening(echo);
    const admin = remoteAdmin(folder);
    expect(await admin.access({ role: 'host', once: true })).toBe('http://hub/host/true');
    expect(await admin.seed('en')).toEqual({ forum: 'forum-en', live: true });
  });

  test('is its owner’s alone', async () => {
    const { socket } = await listening(echo);
    expect(statSync(socket).mode & 0o777).toBe(0o600);
  });

  test('takes the place of one that a killed hub left behind', async () => {
    const folder = temporaryFolder();
    const dead = createServer();
    await new Promise<void>((done) => dead.listen(path.join(folder, 'other.sock'), done));
    onTestFinished(() => void dead.close());
    const { linkSync } = await import('node:fs');
    linkSync(path.join(folder, 'other.sock'), path.join(folder, 'admin.sock'));
    const close = await openAdminSocket(folder, echo, pino({ level: 'silent' }));
    onTestFinished(close);
    expect(await remoteAdmin(folder).seed('en')).toEqual({ forum: 'forum-en', live: true });
  });

  test('lies elsewhere where none can lie in the folder', async () => {
    const folder = temporaryFolder();
    // As on a stick, nothing can be bound under this name.
    mkdirSync(path.join(folder, 'admin.sock'));
    const close = await openAdminSocket(folder, echo, pino({ level: 'silent' }));
    expect(await remoteAdmin(folder).seed('en')).toEqual({ forum: 'forum-en', live: true });
    await close();
    expect(readdirSync(folder)).toEqual(['admin.sock']);
  });

  test('is missed when no hub runs', async () => {
    const { folder, close } = await listening(echo);
    await close();
    await expect(remoteAdmin(folder).seed('en')).rejects.toThrow(NoHub);
  });

  test('says that the hub failed, not how', async () => {
    const { folder } = await listening({
      ...echo,
      seed: () => Promise.reject(new Error('secret detail')),
    });
    const failed = remoteAdmin(folder).seed('en');
    await expect(failed).rejects.toThrow(AdminRefusal);
    await expect(failed).rejects.not.toThrow('secret');
  });

  test.each([
    ['GET', '/access', '', 404],
    ['POST', '/nowhere', '{}', 404],
    ['POST', '/access', '{"role":"display","once":true}', 500],
    ['POST', '/access', '{', 500],
    ['POST', '/seed', '1'.repeat(5_000), 500],
  ])('%s %s %s is refused', async (method, url, body, status) => {
    const { socket } = await listening(echo);
    expect(await send(socket, method, url, body)).toBe(status);
  });

  test('is waited for where a hub has the folder and does not answer yet', async () => {
    const folder = temporaryFolder();
    openDatabase(folder).close();
    const lock = lockFolder(folder);
    onTestFinished(() => lock.close());
    const cli = path.join(path.dirname(HUB), 'cli.js');
    const child = spawn(process.execPath, [cli, 'access', '--role', 'host', '--data', folder]);
    onTestFinished(() => stopProcess(child));
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    const gone = once(child, 'exit');
    expect(String(await once(child.stderr, 'data'))).toContain(folder);
    onTestFinished(await openAdminSocket(folder, echo, pino({ level: 'silent' })));
    expect(await gone).toEqual([0, null]);
    expect(output).toContain('http://hub/host/false');
  });
});
