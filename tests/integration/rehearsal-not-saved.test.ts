/** Rehearsals while the database refuses: whatever could not be written stands in nobody's way afterwards. */
import { startHub, type Hub } from '@wenzheng/server/src/engine/hub';
import { NotRecorded } from '@wenzheng/server/src/engine/forum-engine';
import { NOTHING_BESIDE } from '@wenzheng/server/src/engine/submission';
import { keysFolder, openDatabase } from '@wenzheng/server/src/journal/database';
import type { CommandFrame } from '@wenzheng/shared/wire/protocol';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { SILENT } from '../support/started-hub';
import { temporaryFolder } from '../support/test-app';

const MAKER = { role: 'admin', id: 'a' } as const;

/** A hub with one forum, and a way to have its database refuse what is done to a table. */
async function hubWithForum() {
  const data = temporaryFolder();
  const database = openDatabase(data);
  const faults: string[] = [];
  const log = pino({ level: 'error' }, { write: (line) => void faults.push(line) });
  const hub = await startHub({ database, keysFolder: keysFolder(data), log });
  onTestFinished(async () => {
    await hub.stop();
    database.close();
  });
  const forum = await hub.createForum('en', MAKER);
  hub.setOnlyLive(forum);
  const refuse = (...writes: string[]): void =>
    writes.forEach((write, index) =>
      database.db.exec(
        `CREATE TEMP TRIGGER refuse_${index} BEFORE ${write} BEGIN SELECT RAISE(ABORT, 'no'); END`,
      ),
    );
  const allow = (...writes: string[]): void =>
    writes.forEach((_, index) => database.db.exec(`DROP TRIGGER refuse_${index}`));
  const start = (): ReturnType<Hub['rehearsal']['start']> =>
    hub.rehearsal.start({ forum, people: 1 }, MAKER);
  return { data, database, hub, forum, faults, refuse, allow, start };
}

test.each([
  ['noted', ['INSERT ON rehearsals'], Database.SqliteError],
  ['made', ['INSERT ON entries'], NotRecorded],
  ['made, nor wiped', ['INSERT ON entries', 'DELETE ON rehearsals'], Database.SqliteError],
])('one that could not be %s leaves room for the next', async (_what, writes, problem) => {
  const { hub, forum, refuse, allow, start } = await hubWithForum();
  refuse(...writes);
  await expect(start()).rejects.toThrow(problem);
  expect(hub.rehearsal.current()).toBeNull();
  expect([hub.live(), hub.forums().length]).toEqual([forum, 1]);
  allow(...writes);
  expect(await hub.rehearsal.end()).toBe(false);
  expect(await start()).toHaveProperty('forum');
  expect(await hub.rehearsal.end()).toBe(true);
});

test('a hub starts although it cannot wipe one that was never made', async () => {
  const { data, database, hub, forum, refuse, allow, start } = await hubWithForum();
  refuse('INSERT ON entries', 'DELETE ON rehearsals');
  await expect(start()).rejects.toThrow();
  await hub.stop();
  const again = await startHub({ database, keysFolder: keysFolder(data), log: SILENT });
  onTestFinished(() => again.stop());
  await again.rehearsal.open(() => ({ present: 0, stop: async () => undefined }));
  expect(again.live()).toBe(forum);
  allow('INSERT ON entries', 'DELETE ON rehearsals');
  expect(await again.rehearsal.start({ forum, people: 1 }, MAKER)).toHaveProperty('forum');
});

test('one that could not be wiped takes what is still done in it, and is wiped the next time', async () => {
  const { hub, faults, refuse, allow, start } = await hubWithForum();
  const started = await start();
  if (started === null || typeof started === 'string') throw new Error('no rehearsal');
  refuse('DELETE ON rehearsals');
  await expect(hub.rehearsal.end()).rejects.toThrow(Database.SqliteError);
  const frame: CommandFrame = { id: ['page', 1], command: { type: 'showScene', scene: 'join' } };
  const host = { role: 'host', actor: 'h', name: '' } as const;
  expect(await hub.takeIn(started.forum, host, frame, NOTHING_BESIDE)).toMatchObject({ ok: true });
  expect(faults).toEqual([]);
  allow('DELETE ON rehearsals');
  expect(await hub.rehearsal.end()).toBe(true);
  expect(hub.forums()).toHaveLength(1);
});
