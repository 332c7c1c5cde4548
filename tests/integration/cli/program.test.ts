/** `npm run wenzheng` as a program of its own, beside a hub that runs. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lockFolder, openDatabase } from '@wenzheng/server/src/journal/database';
import { expect, onTestFinished, test } from 'vitest';
import { HUB, startHubProcess, stopProcess } from '../../support/hub-process';
import { temporaryFolder } from '../../support/test-app';

const CLI = path.join(path.dirname(HUB), 'cli.js');

const threeIn = (folder: string, ...names: [string, string, string]): [string, string, string] => [
  path.join(folder, names[0]),
  path.join(folder, names[1]),
  path.join(folder, names[2]),
];

const run = (data: string, ...args: string[]) =>
  spawnSync(process.execPath, [CLI, ...args, '--data', data], { encoding: 'utf8' });

const wenzheng = (data: string, ...args: string[]): string => {
  const done = run(data, ...args);
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

test.each([
  ['backup', 'kept', '--replace'],
  ['access', '--role', 'host'],
  ['salvage', 'copy'],
])('%s of a folder without data is refused, and nothing is made or replaced', async (...args) => {
  const folder = temporaryFolder();
  const [wrong, kept] = [path.join(folder, 'wrong'), path.join(folder, 'kept')];
  writeFileSync(kept, 'the backup of yesterday');
  const there = args.map((each) => (/kept|copy/.test(each) ? path.join(folder, each) : each));
  const { status, stderr } = run(wrong, ...there);
  expect([status, stderr]).toEqual([65, expect.stringContaining(wrong)]);
  expect(readFileSync(kept, 'utf8')).toBe('the backup of yesterday');
  expect(readdirSync(folder)).toEqual(['kept']);
});

test('a copy of what can be read replaces nothing', () => {
  const data = temporaryFolder();
  wenzheng(data, 'seed');
  const copy = path.join(data, 'copy');
  writeFileSync(copy, 'kept');
  expect(run(data, 'salvage', copy)).toMatchObject({ status: 65 });
  expect(readFileSync(copy, 'utf8')).toBe('kept');
});

test('a backup that nobody may write is restored as a database that the hub can', () => {
  const [data, backup, elsewhere] = threeIn(temporaryFolder(), 'data', 'backup', 'elsewhere');
  wenzheng(data, 'seed');
  wenzheng(data, 'backup', backup);
  for (const file of [backup, `${backup}.keys`]) chmodSync(file, 0o400);
  wenzheng(elsewhere, 'restore', backup);
  expect(statSync(path.join(elsewhere, 'wenzheng.sqlite')).mode & 0o777).toBe(0o600);
});

test('a backup without a forum takes no place of one that holds any, nor its films', () => {
  const [data, empty, backup] = threeIn(temporaryFolder(), 'data', 'empty', 'backup');
  wenzheng(data, 'seed');
  wenzheng(data, 'backup', backup);
  openDatabase(empty).close();
  const refused = run(empty, 'backup', backup, '--replace');
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('--data')]);
  expect(wenzheng(`${data}-again`, 'restore', backup)).toContain('1');
  wenzheng(data, 'backup', backup, '--replace');
});

test('a copy of a file that is no database leaves nothing behind, and names that file', () => {
  const data = temporaryFolder();
  const database = path.join(data, 'wenzheng.sqlite');
  wenzheng(data, 'seed');
  writeFileSync(database, 'no database at all, but long enough to be looked at '.repeat(40));
  const copy = path.join(data, 'copy');
  const { status, stderr } = run(data, 'salvage', copy);
  expect([status, stderr]).toEqual([1, expect.stringContaining(database)]);
  expect(readdirSync(data)).not.toContain('copy');
});

test('where the database is lost, that is told, not that there never was one', () => {
  const data = temporaryFolder();
  wenzheng(data, 'seed');
  rmSync(path.join(data, 'wenzheng.sqlite'));
  expect(run(data, 'access', '--role', 'host').status).toBe(72);
});
