// The data folder cannot be written: from the beginning, or from some moment on.
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { display } from '../crowd';
import { Dice } from '../../support/dice';
import { recordForum } from './recorded-forum';
import { refusedStart } from './refused-start';
import { folderOnDisk, isRoot, limitFiles, SmallDisk } from './small-disk';
import { SmallForum, until } from './small-forum';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (let close = closers.pop(); close; close = closers.pop()) await close();
});

/** A folder with a forum that is then made read-only: root may write whatever the mode says, so for root by its mount. */
async function readOnlyFolder(): Promise<string> {
  const folder = path.join(isRoot() ? mountedFolder() : ownFolder(), 'data');
  mkdirSync(folder);
  await recordForum(folder, 10);
  return folder;
}
let makeReadOnly = (_folder: string): void => undefined;
function mountedFolder(): string {
  const disk = new SmallDisk();
  closers.push(() => disk.remove());
  makeReadOnly = () => disk.makeReadOnly();
  return disk.folder;
}
function ownFolder(): string {
  const folder = folderOnDisk();
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  makeReadOnly = (data) => {
    chmodSync(folder, 0o500);
    for (const each of ['wenzheng.sqlite', 'hub.lock']) chmodSync(path.join(data, each), 0o400);
    closers.push(() => chmodSync(folder, 0o700));
  };
  return folder;
}

describe('a read-only data folder', () => {
  it('is refused in both languages, whether there is a forum in it or nothing at all', async () => {
    const data = await readOnlyFolder();
    makeReadOnly(data);
    for (const folder of [data, path.join(path.dirname(data), 'new')]) {
      const { exitCode, said } = await refusedStart(folder);
      expect(exitCode, said).toBe(73);
      expect(said).toContain(folder);
      expect(said).toMatch(/无法写入：它是只读的.*cannot be written: it is read-only/);
      expect(said).toContain('--data');
    }
  });
});

describe('a disk on which no write succeeds any more', () => {
  it('has commands refused; what is there is shown', async () => {
    const data = folderOnDisk();
    closers.push(() => rmSync(data, { recursive: true, force: true }));
    const small = await SmallForum.begin(data);
    closers.push(() => small.end());
    // With files open, the system does not let a disk become read-only; this has each write refused likewise.
    limitFiles(small.hub.pid, 1);
    await small.round();
    const code = 'storage_failed';
    expect(small.lastAnswers()).toEqual({ host: code, volunteer: code, phone: code });
    expect(await small.health()).toEqual({ status: 'ready', storage: 'failed' });
    const late = display(small.hub, new Dice(1));
    closers.push(() => late.link.close());
    await until(() => late.link.status === 'live', 'the display gets nothing');
    expect(late.link.view?.documents).toEqual(small.display.link.view?.documents);
    limitFiles(small.hub.pid, 'unlimited');
    await small.round();
    expect(small.lastAnswers()).toEqual({ host: 'ok', volunteer: 'ok', phone: 'ok' });
    await small.end();
    expect(small.faults(data)).toEqual([]);
  });
});
