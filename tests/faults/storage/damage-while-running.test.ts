// The database is damaged under a running hub.
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { HUB } from '../../support/hub-process';
import { refusedStart, run } from './refused-start';
import { folderOnDisk } from './small-disk';
import { SmallForum } from './small-forum';
import Database from 'better-sqlite3';

const CLI = path.join(path.dirname(HUB), 'cli.js');
const PAGE = 4_096;
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (let close = closers.pop(); close; close = closers.pop()) await close();
});

/** Brings everything into the database and overwrites the pages of the journal there. */
function overwriteJournal(file: string): void {
  const db = new Database(file);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const pages = db
    .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'entries' AND pagetype = 'leaf'")
    .pluck()
    .all();
  const handle = openSync(file, 'r+');
  for (const page of pages.slice(-2))
    writeSync(handle, Buffer.alloc(PAGE, 9), 0, PAGE, (page - 1) * PAGE);
  closeSync(handle);
  // Another writer has the hub read its pages anew.
  db.exec('UPDATE anchor SET hub_ms = hub_ms');
  db.close();
}

it(
  'refuses commands, shows what it has, writes nothing more, and lets the rest be copied out',
  { timeout: 60_000 },
  async () => {
    const data = folderOnDisk();
    closers.push(() => rmSync(data, { recursive: true, force: true }));
    const small = await SmallForum.begin(data);
    closers.push(() => small.end());
    for (let each = 0; each < 12; each += 1) await small.round();
    const file = path.join(data, 'wenzheng.sqlite');
    overwriteJournal(file);

    await small.round();
    const code = 'storage_failed';
    expect(small.lastAnswers()).toEqual({ host: code, volunteer: code, phone: code });
    expect(await small.health()).toEqual({ status: 'ready', storage: 'damaged' });
    expect((await fetch(small.hub.url)).status).toBe(200);
    const walSize = statSync(`${file}-wal`).size;
    await small.round();
    expect(small.lastAnswers()).toEqual({ host: code, volunteer: code, phone: code });
    expect(statSync(`${file}-wal`).size).toBe(walSize);
    expect(small.hub.output().split('the hub cannot save')).toHaveLength(2);

    const elsewhere = folderOnDisk();
    closers.push(() => rmSync(elsewhere, { recursive: true, force: true }));
    const backup = path.join(elsewhere, 'backup');
    const refused = await run([CLI, 'backup', backup, '--data', data]);
    expect([refused.exitCode, refused.said]).toEqual([1, expect.stringMatching(/已损坏.*damaged/)]);
    expect(() => statSync(backup)).toThrow();
    await small.end();

    const { exitCode, said } = await refusedStart(data);
    expect(exitCode, said).toBe(72);
    const saved = path.join(data, 'saved.jsonl');
    const salvaged = await run([CLI, 'salvage', saved, '--data', data]);
    expect(salvaged.exitCode, salvaged.said).toBe(0);
    const lines = readFileSync(saved, 'utf8')
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(statSync(saved).mode & 0o777).toBe(0o600);
    expect(lines).toContainEqual(expect.objectContaining({ type: 'forumCreated' }));
    expect(lines).toContainEqual({ missing: expect.objectContaining({ forum: small.forum }) });
    expect(lines).toContainEqual({ words: expect.objectContaining({ forum: small.forum }) });
    expect((await run([CLI, 'salvage', saved, '--data', data])).exitCode).toBe(65);
  },
);
