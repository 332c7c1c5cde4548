/** `npm run wenzheng` as a program of its own, beside a hub that runs. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lockFolder } from '@wenzheng/server/src/journal/database';
import { expect, onTestFinished, test } from 'vitest';
import { HUB, startHubProcess, stopProcess } from '../../support/hub-process';
import { temporaryFolder } from '../../support/test-app';

const CLI = path.join(path.dirname(HUB), 'cli.js');

const wenzheng = (data: string, ...args: string[]): string => {
  const program = [CLI, ...args, '--data', data];
  const done = spawnSync(process.execPath, program, { encoding: 'utf8' });
  expect(done.status, done.stderr).toBe(0);
  return done.stdout;
};

test('hands out a link that signs in, and makes a forum that is served', async () => {
  const hub = await startHubProcess(HUB, temporaryFolder(), []);
  onTestFinished(() => stopProcess(hub.child));
  const link = /https?:\/\/\S+\/console\/enter\/\S+/.exec(
    wenzheng(hub.data, 'access', '--role', 'host'),
  )?.[0];
  const entered = await fetch(new URL(new URL(String(link)).pathname, hub.url), {
    redirect: 'manual',
  });
  expect(entered.headers.getSetCookie().join()).toContain('wz_session=');
  expect(wenzheng(hub.data, 'seed', '--locale', 'en')).not.toBe('');
  expect(await (await fetch(hub.url)).text()).toContain('"documents"');
});

test('a hub waits for a command that has the folder', async () => {
  const data = temporaryFolder();
  const lock = lockFolder(data);
  const hub = startHubProcess(HUB, data, []);
  // Longer than it takes to come up.
  await wait(1_500);
  lock.close();
  const { child } = await hub;
  onTestFinished(() => stopProcess(child));
});
