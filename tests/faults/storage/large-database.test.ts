// A database so large that a thread of its own looks at it while the snapshots are read: a damaged one is refused as a
// small one is, and a sound one starts from its snapshot.
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { databaseFile } from '@wenzheng/server/src/journal/database';
import { takeSnapshot } from '@wenzheng/server/src/journal/snapshot-worker';
import { snapshotFile } from '@wenzheng/server/src/journal/snapshots';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HUB, startHubProcess, stopProcess } from '../../support/hub-process';
import { copyOf, headOf, recordForum, rowsOf } from './recorded-forum';
import { fingerprints, refusedStart } from './refused-start';
import { folderOnDisk } from './small-disk';

const VOTES = 3_000;
const PICTURES = 40;
const PICTURE_BYTES = 1_024 ** 2;
const PAGE = 4_096;

let folder: string;
let data: string;
let forum: string;

beforeAll(async () => {
  folder = folderOnDisk();
  data = path.join(folder, 'large');
  forum = await recordForum(data, VOTES);
  const database = databaseFile(data);
  const db = new Database(database);
  const add = db.prepare('INSERT INTO pictures VALUES (?, ?, ?, ?, ?)');
  for (let each = 0; each < PICTURES; each += 1)
    add.run(forum, `p${each}`, Buffer.alloc(16), 'image/png', Buffer.alloc(PICTURE_BYTES));
  db.close();
  takeSnapshot({ database, forum, file: snapshotFile(data, forum), head: headOf(data, forum) });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function expectRefusal(copy: string, says: RegExp): Promise<void> {
  const before = fingerprints(copy);
  const { exitCode, said } = await refusedStart(copy);
  expect(exitCode, said).toBe(72);
  expect(said).toMatch(says);
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(fingerprints(copy)).toEqual(before);
}

it('is refused if a page is broken', async () => {
  const copy = copyOf(data, 'broken');
  const handle = openSync(databaseFile(copy), 'r+');
  writeSync(handle, Buffer.alloc(PAGE, 7), 0, PAGE, PAGE * 40);
  closeSync(handle);
  await expectRefusal(copy, /已损坏.*is damaged/);
});

it('is refused if its end is gone', async () => {
  const copy = copyOf(data, 'behind');
  const db = new Database(databaseFile(copy));
  db.prepare('DELETE FROM entries WHERE forum = ? AND seq > ?').run(forum, VOTES - 10);
  db.close();
  await expectRefusal(copy, /had been acknowledged/);
});

it('is refused if its file is none', async () => {
  const copy = copyOf(data, 'none');
  const handle = openSync(databaseFile(copy), 'r+');
  writeSync(handle, Buffer.alloc(PAGE, 7), 0, PAGE, 0);
  closeSync(handle);
  await expectRefusal(copy, /已损坏.*is damaged/);
});

it('starts if it is sound, and nothing of its journal changes', async () => {
  const copy = copyOf(data, 'sound');
  const rows = rowsOf(copy, forum);
  const hub = await startHubProcess(HUB, copy, []);
  expect((await fetch(hub.url)).status).toBe(200);
  await stopProcess(hub.child);
  expect(rowsOf(copy, forum)).toBe(rows);
});
