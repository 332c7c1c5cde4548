// The log goes to a file on a disk that is full (`npm start > hub.log 2>&1`): the hub, and its starter, go on.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { Dice } from '../../support/dice';
import {
  freePort,
  seedForum,
  STARTER,
  stopProcess,
  untilReady,
  type HubProcess,
} from '../../support/hub-process';
import { childrenOf } from '../../support/proc';
import { staff } from '../crowd';
import { folderOnDisk, limitFiles } from './small-disk';
import { until } from './small-forum';

/** Takes no byte; of Linux alone. */
const FULL = '/dev/full';
/** On this signal something goes wrong that nobody foresaw. */
const UNFORESEEN =
  "--import data:text/javascript,process.on('SIGUSR2',()=>{throw(Error('unforeseen'))})";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (let close = closers.pop(); close; close = closers.pop()) await close();
});

/** A hub, kept by the starter, that can say nothing. */
async function speechless(): Promise<HubProcess> {
  const data = folderOnDisk();
  closers.push(() => rmSync(data, { recursive: true, force: true }));
  const port = await freePort();
  const options = ['--port', String(port), '--host', '127.0.0.1', '--data', data];
  const full = openSync(FULL, 'w');
  const child = spawn(process.execPath, [STARTER, ...options], {
    stdio: ['ignore', full, full],
    env: { ...process.env, NODE_OPTIONS: UNFORESEEN },
  });
  closeSync(full);
  closers.push(() => stopProcess(child));
  const url = `http://127.0.0.1:${port}`;
  const output = (): string => `ended with ${child.exitCode}`;
  await untilReady(url, () => child.exitCode === null, output);
  return { child, pid: child.pid ?? 0, url, port, data, output };
}

it.runIf(existsSync(FULL))('a log that cannot be written ends nothing', async () => {
  const hub = await speechless();
  await seedForum(hub);
  const host = await staff(hub, 'host', new Dice(1));
  closers.push(() => host.link.close());
  await until(() => host.link.status === 'live', 'the host is not in');
  const begin = () => host.submit({ type: 'startAgendaItem', item: 'policy_talk', from: null });
  const [first = 0] = childrenOf(hub.pid);
  limitFiles(first, 1);
  expect(await begin()).toMatchObject({ ok: false, code: 'storage_failed' });
  limitFiles(first, 'unlimited');
  expect(await begin()).toMatchObject({ ok: true });
  process.kill(first, 'SIGUSR2');
  await until(() => host.link.status !== 'live', 'the hub has not ended');
  await until(() => host.link.status === 'live', 'the starter brought no hub back');
  expect(childrenOf(hub.pid)).not.toContain(first);
});
