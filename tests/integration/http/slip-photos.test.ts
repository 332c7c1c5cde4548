/** Photos of slips through the whole hub: who may send and see them, what is refused, and what becomes of them. */
import Database from 'better-sqlite3';
import path from 'node:path';
import { remoteAdmin } from '@wenzheng/server/src/cli/admin-client';
import { openDatabase } from '@wenzheng/server/src/journal/database';
import { takeBackup } from '@wenzheng/server/src/journal/backup';
import { restoreBackup } from '@wenzheng/server/src/journal/restore-backup';
import { salvage } from '@wenzheng/server/src/journal/salvage';
import type { Started } from '@wenzheng/server/src/start';
import type { SignInRole } from '@wenzheng/shared/forum/access';
import { LARGEST_PHOTO } from '@wenzheng/shared/forum/slips';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { connected, startedHub } from '../../support/started-hub';
import { JPEG, PNG, WEBP } from '../../support/photo';
import { temporaryFolder } from '../../support/test-app';

const cookieOf = (hub: Started, role: SignInRole, name: string = role): string =>
  `wz_session=${hub.access.sessions.begin(role, name, '').token}`;

/** A hub with one forum and the slips A-0001 to A-0003. */
async function paperBox(data: string) {
  const first = await startedHub(data);
  const { forum } = await remoteAdmin(data).seed('zh-CN');
  await first.stop();
  const hub = await startedHub(data);
  const admin = await connected(hub.url, 'console', cookieOf(hub, 'admin'));
  expect(await admin.does({ type: 'printSlips', batch: 'A', count: 3 })).toMatchObject({
    ok: true,
  });
  return { hub, forum, admin };
}

interface Sent {
  readonly cookie: string | null;
  readonly serial?: string;
  readonly bytes?: Uint8Array;
  readonly type?: string;
  readonly id?: string;
  readonly headers?: Record<string, string>;
}
async function send(url: string, forum: string, sent: Sent) {
  const { cookie, serial = 'A-0001', bytes = JPEG, type = 'image/jpeg', headers = {} } = sent;
  const id = sent.id ?? 'instance=desk-page&counter=1';
  const response = await fetch(`${url}api/forums/${forum}/slips/${serial}/photo?${id}`, {
    method: 'PUT',
    headers: { 'content-type': type, ...(cookie !== null && { cookie }), ...headers },
    body: Buffer.from(bytes),
  });
  return { status: response.status, said: await response.json() };
}
async function look(url: string, forum: string, cookie: string | null, serial = 'A-0001') {
  const response = await fetch(`${url}api/forums/${forum}/slips/${serial}/photo`, {
    headers: cookie === null ? {} : { cookie },
  });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}
const rows = (data: string, sql: string): unknown[] => {
  const db = new Database(path.join(data, 'wenzheng.sqlite'), { readonly: true });
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
};

test('a photo is taken in once, shown to desks as what it is, and still there after a restart', async () => {
  const data = temporaryFolder();
  const { hub, forum } = await paperBox(data);
  const cookie = cookieOf(hub, 'volunteer');
  const sent = await send(hub.url, forum, { cookie });
  expect(sent).toEqual({ status: 200, said: { ok: true, entry: expect.any(Number) } });
  // As after a cut, in which the answer was lost.
  expect(await send(hub.url, forum, { cookie })).toEqual(sent);
  expect(rows(data, 'SELECT id FROM pictures')).toHaveLength(1);
  const { response, bytes } = await look(hub.url, forum, cookie);
  expect(bytes).toEqual(Buffer.from(JPEG));
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'self'"),
    'cross-origin-resource-policy': 'same-origin',
  });
  const story = await fetch(`${hub.url}api/forums/${forum}/slips/a1`, { headers: { cookie } });
  expect(await story.json()).toMatchObject({ photo: sent.said.entry });
  const journal = JSON.stringify(rows(data, 'SELECT bytes FROM entries'));
  expect(journal).toContain('slipPhotoPut');
  expect(journal).not.toContain(Buffer.from(JPEG).toString('base64').slice(0, 40));
  await hub.stop();
  const again = await startedHub(data);
  const seen = await look(again.url, forum, cookieOf(again, 'host', 'host-2'));
  expect(seen.bytes).toEqual(Buffer.from(JPEG));
});

test('a photo that was erased is gone, and the slip as it was', async () => {
  const data = temporaryFolder();
  const { hub, forum } = await paperBox(data);
  const cookie = cookieOf(hub, 'volunteer');
  await send(hub.url, forum, { cookie });
  await hub.stop();
  const { db, close } = openDatabase(data);
  db.prepare('DELETE FROM pictures').run();
  close();
  const again = await startedHub(data);
  const desk = cookieOf(again, 'moderator');
  const { response, bytes } = await look(again.url, forum, desk);
  expect([response.status, bytes.toString()]).toEqual([404, '{"code":"slips.no_photo"}']);
  const another = await send(again.url, forum, { cookie: desk, bytes: PNG, type: 'image/png' });
  expect(another.status).toBe(200);
  expect((await look(again.url, forum, desk)).response.headers.get('content-type')).toBe(
    'image/png',
  );
});

test.each<[SignInRole | null, number]>([
  ['admin', 200],
  ['host', 200],
  ['moderator', 200],
  ['volunteer', 200],
  ['kiosk', 403],
  [null, 401],
])('%s: sends and sees photos: %i', async (role, status) => {
  const { hub, forum } = await paperBox(temporaryFolder());
  await send(hub.url, forum, { cookie: cookieOf(hub, 'volunteer', 'other'), serial: 'A-0002' });
  const page = await fetch(hub.url);
  // A phone has a device's cookie and no session.
  const device = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const cookie = role === null ? device : cookieOf(hub, role, 'tried');
  expect((await send(hub.url, forum, { cookie })).status).toBe(status);
  expect((await look(hub.url, forum, cookie, 'A-0002')).response.status).toBe(status);
  expect((await look(hub.url, forum, null, 'A-0002')).response.status).toBe(401);
});

test('what is no photo, too large, of no slip, of no forum or from elsewhere changes nothing', async () => {
  const data = temporaryFolder();
  const { hub, forum } = await paperBox(data);
  const cookie = cookieOf(hub, 'volunteer');
  const page = new TextEncoder().encode('<!doctype html><script>alert(1)</script>');
  const large = new Uint8Array(LARGEST_PHOTO + 1);
  large.set(JPEG);
  const tries: readonly [Partial<Sent>, number, string][] = [
    [{ bytes: page }, 415, 'slips.not_a_photo'],
    [{ bytes: page, type: 'text/html' }, 415, 'slips.not_a_photo'],
    [{ bytes: page, type: 'image/svg+xml' }, 415, 'slips.not_a_photo'],
    [{ bytes: new Uint8Array() }, 415, 'slips.not_a_photo'],
    [{ bytes: large }, 413, 'slips.photo_too_large'],
    [{ serial: 'A-0009' }, 404, 'slips.unknown'],
    [{ serial: '<b>' }, 400, 'malformed'],
    [{ id: 'instance=page' }, 400, 'malformed'],
    [{ headers: { origin: 'http://elsewhere.example' } }, 403, 'cross_origin'],
  ];
  for (const [sent, status, code] of tries) {
    const answer = await send(hub.url, forum, { cookie, ...sent });
    expect([answer.status, answer.said.code], JSON.stringify(sent).slice(0, 80)).toEqual([
      status,
      code,
    ]);
  }
  expect((await send(hub.url, 'f0none', { cookie })).said).toEqual({ code: 'no_forum' });
  expect((await look(hub.url, 'f0none', cookie)).response.status).toBe(404);
  expect(rows(data, 'SELECT id FROM pictures')).toEqual([]);
  const webp = { cookie, bytes: WEBP, type: 'image/webp', id: 'instance=page&counter=2' };
  expect((await send(hub.url, forum, webp)).status).toBe(200);
});

test('a photo of one forum is none of another', async () => {
  const data = temporaryFolder();
  const { hub, forum } = await paperBox(data);
  const cookie = cookieOf(hub, 'admin', 'admin-2');
  await send(hub.url, forum, { cookie });
  const made = await fetch(`${hub.url}api/forums`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ template: 'built-in', locale: 'en' }),
  });
  const { id: other } = (await made.json()) as { id: string };
  expect((await look(hub.url, other, cookie)).response.status).toBe(404);
  expect((await send(hub.url, other, { cookie })).said).toEqual({ code: 'slips.unknown' });
});

test('a closed forum takes in no photo', async () => {
  const { hub, forum, admin } = await paperBox(temporaryFolder());
  expect(await admin.does({ type: 'closeForum' })).toMatchObject({ ok: true });
  const answer = await send(hub.url, forum, { cookie: cookieOf(hub, 'volunteer') });
  expect(answer).toEqual({ status: 409, said: { code: 'forum.closed' } });
});

test('backup, restore and salvage keep photos', async () => {
  const data = temporaryFolder();
  const { hub, forum } = await paperBox(data);
  await send(hub.url, forum, { cookie: cookieOf(hub, 'volunteer') });
  const target = path.join(temporaryFolder(), 'backup.sqlite');
  const database = path.join(data, 'wenzheng.sqlite');
  const keysFolder = path.join(data, 'keys');
  await takeBackup({ database, keysFolder, target, replace: false });
  await hub.stop();
  const restored = temporaryFolder();
  restoreBackup({
    backup: target,
    database: path.join(restored, 'wenzheng.sqlite'),
    keysFolder: path.join(restored, 'keys'),
  });
  const again = await startedHub(restored);
  const { bytes } = await look(again.url, forum, cookieOf(again, 'volunteer', 'v-2'));
  expect(bytes).toEqual(Buffer.from(JPEG));

  const copied = path.join(temporaryFolder(), 'salvaged.jsonl');
  expect(salvage(database, copied)).toMatchObject({ pictures: 1, lost: 0 });
  const line = readFileSync(copied, 'utf8')
    .split('\n')
    .find((each) => each.includes('"picture":{"forum"'));
  expect(JSON.parse(line ?? '{}').picture).toMatchObject({
    ...{ forum, type: 'image/jpeg', bytes: Buffer.from(JPEG).toString('base64') },
  });
});
