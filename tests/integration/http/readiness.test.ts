/** Who may have the hub and its screens measured, and what the hub finds when it looks at itself. */
import { mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { markBackup } from '@wenzheng/server/src/journal/backup-mark';
import { openDatabase } from '@wenzheng/server/src/journal/database';
import { checkSelf } from '@wenzheng/server/src/journal/self-check';
import { SIGN_IN_ROLES, type SignInRole } from '@wenzheng/shared/forum/access';
import { readinessView, type ReadinessView } from '@wenzheng/shared/forum/readiness';
import { duration, instant } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import { browser, temporaryFolder, testApp } from '../../support/test-app';

const READY: ReadinessView = {
  ...{ at: instant(0), machineAhead: duration(0), storage: 'ok', database: 'ok' },
  ...{ freeBytes: 9e9, backupAt: null, secure: false, devices: [] },
};

async function signedIn(role: SignInRole | null) {
  const { app, hub, access } = await testApp();
  hub.readiness = async (forum) => (forum === 'f1' ? READY : null);
  const device = browser(app);
  if (role) device.cookies['wz_session'] = access.sessions.begin(role, role, '').token;
  return device;
}

describe('the readiness check', () => {
  test.each(SIGN_IN_ROLES)('is for those who open the doors: %s', async (role) => {
    const device = await signedIn(role);
    const answer = await device.post('/api/forums/f1/readiness', {});
    const may = role === 'admin' || role === 'host';
    expect(answer.statusCode).toBe(may ? 200 : 403);
    if (may) expect(readinessView.parse(answer.json())).toEqual(READY);
  });

  test('is for nobody else, and of a forum that there is', async () => {
    const stranger = await signedIn(null);
    expect((await stranger.post('/api/forums/f1/readiness', {})).statusCode).toBe(401);
    const host = await signedIn('host');
    expect((await host.post('/api/forums/gone/readiness', {})).statusCode).toBe(404);
  });

  test('is not asked for without end', async () => {
    const host = await signedIn('host');
    for (let time = 0; time < 20; time += 1) await host.post('/api/forums/f1/readiness', {});
    expect((await host.post('/api/forums/f1/readiness', {})).statusCode).toBe(429);
  });
});

describe('the hub looks at itself', () => {
  test('and finds a sound database, the room on its disk, and no backup', () => {
    const folder = temporaryFolder();
    const { file, close } = openDatabase(folder);
    const found = checkSelf(file);
    close();
    expect(found).toMatchObject({ database: 'ok', backupAt: null });
    expect(found.freeBytes).toBeGreaterThan(0);
  });

  test('and knows when a backup was last taken', () => {
    const folder = temporaryFolder();
    const { file, close } = openDatabase(folder);
    markBackup(folder, '/media/stick/forum.sqlite');
    utimesSync(path.join(folder, 'last-backup'), 1_800_000_000, 1_800_000_000);
    expect(checkSelf(file).backupAt).toBe(1_800_000_000_000);
    close();
    // What cannot be written down does not make the backup worse.
    expect(() => markBackup(path.join(folder, 'gone'), 'x')).not.toThrow();
  });

  test('and finds one that is damaged, or cannot be read', () => {
    const folder = temporaryFolder();
    const bad = path.join(folder, 'bad.sqlite');
    writeFileSync(bad, 'SQLite format 3\0'.padEnd(8_192, 'x'));
    expect(statSync(bad).size).toBe(8_192);
    expect(checkSelf(bad).database).toBe('damaged');
    expect(checkSelf(path.join(folder, 'none.sqlite')).database).toBe('unread');
    mkdirSync(path.join(folder, 'a-folder'));
    expect(checkSelf(path.join(folder, 'a-folder')).database).not.toBe('ok');
  });
});
