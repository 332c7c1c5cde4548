// The disk fills up during a forum. Everybody is told, the screens go on, and with space again so does everything.
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { remoteAdmin } from '@wenzheng/server/src/cli/admin-client';
import { afterEach, describe, expect, it } from 'vitest';
import { Dice } from '../../support/dice';
import { HUB, newDevice, signIn, startHubProcess, stopProcess } from '../../support/hub-process';
import { display, Person } from '../crowd';
import { SmallForum, until } from './small-forum';
import { folderOnDisk, isRoot, limitFiles, SmallDisk } from './small-disk';
import { refusedStart } from './refused-start';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (let close = closers.pop(); close; close = closers.pop()) await close();
});

/** How often the log may say that nothing can be saved, while a disk fills up. */
const MOST_TURNS = 6;

/** A disk that can be filled and emptied, and what people are told of it. */
interface Disk {
  readonly data: string;
  readonly code: 'storage_full' | 'storage_failed';
  readonly health: 'full' | 'failed';
  fill(hub: number): void;
  empty(hub: number): void;
}

function mounted(): Disk {
  const disk = new SmallDisk();
  closers.push(() => disk.remove());
  const data = path.join(disk.folder, 'data');
  return {
    data,
    code: 'storage_full',
    health: 'full',
    fill: () => disk.fill(60_000),
    empty: () => disk.makeSpace(),
  };
}

/** The system says that a file grew too large, not that the disk is full. */
function limited(): Disk {
  const folder = folderOnDisk();
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  const wal = path.join(folder, 'wenzheng.sqlite-wal');
  return {
    data: folder,
    code: 'storage_failed',
    health: 'failed',
    fill: (hub) => limitFiles(hub, statSync(wal).size + 60_000),
    empty: (hub) => limitFiles(hub, 'unlimited'),
  };
}

const DISKS: readonly [string, () => Disk][] = [
  ...(isRoot() ? [['a full file system', mounted] as [string, () => Disk]] : []),
  ['a limit on the size of files', limited],
];

describe.each(DISKS)('with %s', (_name, makeDisk) => {
  it('everybody is told, reading goes on, and nothing is lost or done twice', async () => {
    const disk = makeDisk();
    const small = await SmallForum.begin(disk.data);
    closers.push(() => small.end());
    await small.round();
    expect(small.lastAnswers()).toEqual({ host: 'ok', volunteer: 'ok', phone: 'ok' });
    expect(await small.health()).toEqual({ status: 'ready', storage: 'ok' });

    const wish = { role: 'moderator', once: false } as const;
    const link = new URL(await remoteAdmin(disk.data).access(wish)).pathname;
    const organiser = await signIn(small.hub, 'admin');
    disk.fill(small.hub.pid);
    const before = small.volunteer.accepted.length;
    await fillUp(small);
    expect(small.volunteer.accepted.length).toBeGreaterThan(before);
    await small.round();
    const { code } = disk;
    expect(small.lastAnswers()).toEqual({ host: code, volunteer: code, phone: code });
    expect(await small.health()).toEqual({ status: 'ready', storage: disk.health });
    await expectReadable(small, link, organiser, code);

    small.wire.cut();
    await until(() => small.distant.link.status !== 'live', 'the wire was not cut');
    for (let each = 0; each < 5; each += 1) small.vote(small.distant);
    disk.empty(small.hub.pid);
    await small.round();
    expect(small.lastAnswers()).toEqual({ host: 'ok', volunteer: 'ok', phone: 'ok' });
    expect(await small.health()).toEqual({ status: 'ready', storage: 'ok' });
    small.wire.mend();
    await until(() => small.distant.accepted.length === 5, 'what was queued did not arrive');

    await small.end();
    expect(small.hub.output()).toContain('the hub saves again');
    // Small commands may still find room where larger ones did not: told at each turn, not for each command.
    const turns = ['the hub cannot save', 'the hub saves again'].map(
      (line) => small.hub.output().split(line).length - 1,
    );
    expect(turns[0]).toBe(turns[1]);
    expect(turns[0]).toBeLessThan(MOST_TURNS);
    expect(small.faults(disk.data)).toEqual([]);
  });
});

/** People act until nothing is taken any more, be it ever so small, links included. */
async function fillUp(small: SmallForum): Promise<void> {
  const accepts = (): boolean => Object.values(small.lastAnswers()).includes('ok');
  for (let each = 0; each < 60 && accepts(); each += 1) await small.round();
  const link = () => remoteAdmin(small.hub.data).access({ role: 'host', once: true });
  for (let each = 0; each < 20 && (await link().catch(() => null)) !== null; each += 1);
  await expect(link()).rejects.toThrow();
}

/** Pages, views and the clock are there also for who comes only now; a sign-in or a forum cannot be written down. */
async function expectReadable(
  small: SmallForum,
  link: string,
  organiser: string,
  code: string,
): Promise<void> {
  const late = display(small.hub, new Dice(1));
  const device = new Person(small.hub, 'audience', await newDevice(small.hub), new Dice(2));
  closers.push(
    () => late.link.close(),
    () => device.link.close(),
  );
  await until(() => late.link.status === 'live' && device.link.status === 'live', 'nobody gets in');
  const floor = late.link.view?.documents['floor'];
  expect(floor).toEqual(small.display.link.view?.documents['floor']);
  expect(floor).toMatchObject({ clock: { pausedAt: null } });
  const entered = await fetch(`${small.hub.url}${link}`, { redirect: 'manual' });
  expect([entered.status, await entered.json()]).toEqual([507, { code }]);
  const made = await fetch(`${small.hub.url}/api/forums`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: organiser },
    body: JSON.stringify({ template: 'built-in', locale: 'en' }),
  });
  expect([made.status, await made.json()]).toEqual([507, { code }]);
}

describe.runIf(isRoot())('a hub whose disk is full before it starts', () => {
  it('says so in a new folder, and leaves nothing half-made that stops it later', async () => {
    const disk = new SmallDisk();
    closers.push(() => disk.remove());
    const data = path.join(disk.folder, 'data');
    mkdirSync(data);
    disk.fill(0);
    const { exitCode, said } = await refusedStart(data);
    expect(exitCode, said).toBe(74);
    expect(said).toMatch(/磁盘已满.*is full/);
    disk.makeSpace();
    const hub = await startHubProcess(HUB, data, []);
    await stopProcess(hub.child);
  });

  /** The first PIN takes a moment to compute: a hub may be killed before it is saved. */
  it.each([
    ['shows what it has', ''],
    ['does so without a first PIN to hand out, too', 'DELETE FROM pins'],
  ])('comes back after a kill and %s', async (_what, change) => {
    const disk = new SmallDisk();
    closers.push(() => disk.remove());
    const data = path.join(disk.folder, 'data');
    const small = await SmallForum.begin(data);
    closers.push(() => small.end());
    await small.round();
    await until(() => small.hub.output().includes('/console'), 'no page in the terminal');
    const db = new Database(path.join(data, 'wenzheng.sqlite'));
    db.exec(change);
    db.close();
    process.kill(small.hub.pid, 'SIGKILL');
    await once(small.hub.child, 'exit');
    disk.fill(0);
    const again = await startHubProcess(HUB, data, []);
    closers.push(() => stopProcess(again.child));
    const late = display(again, new Dice(1));
    closers.push(() => late.link.close());
    await until(() => late.link.status === 'live', 'the display gets nothing');
    expect(readdirSync(data)).toContain('admin.sock');
    const voter = new Person(again, 'audience', small.phones[0]?.cookie ?? '', new Dice(3));
    closers.push(() => voter.link.close());
    small.vote(voter);
    await until(() => voter.sent[0]?.ack !== null, 'the phone is not answered');
    expect(voter.sent[0]?.ack).toMatchObject({ ok: false, code: 'storage_full' });
  });
});
