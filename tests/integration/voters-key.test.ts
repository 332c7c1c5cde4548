import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { remoteAdmin } from '@wenzheng/server/src/cli/admin-client';
import { ForumKeys } from '@wenzheng/server/src/engine/forum-keys';
import { systemRandom } from '@wenzheng/server/src/ports/system';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { expect, test } from 'vitest';
import { connected, startedHub } from '../support/started-hub';
import { temporaryFolder } from '../support/test-app';

const SUPPORT: CommandInput = { type: 'supportQuestion', question: '1', on: true };

/** One phone asks and supports, the organisers take it up; `again` comes back with the same cookie. */
async function voted(data: string) {
  const hub = await startedHub(data);
  const page = await fetch(hub.url);
  const device = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { token } = hub.access.sessions.begin('admin', 'tablet', '');
  const admin = await connected(hub.url, 'console', `wz_session=${token}`);
  const phone = await connected(hub.url, 'audience', device);
  const ask = { type: 'askQuestion', text: 'why', name: null, department: null } as const;
  expect(await phone.does(ask)).toMatchObject({ ok: true });
  const screen = { type: 'screenQuestion', question: '1', department: null } as const;
  expect(await admin.does(screen)).toMatchObject({ ok: true });
  expect(await phone.does(SUPPORT)).toMatchObject({ ok: true });
  return { hub, admin, phone, device };
}

test('the voters\u2019 key is gone once the forum is closed, and phones still come in', async () => {
  const data = temporaryFolder();
  const keys = path.join(data, 'keys');
  const first = await startedHub(data);
  const { forum } = await remoteAdmin(data).seed('en');
  await first.stop();
  const [askers, voters] = [`${forum}.askers.key`, `${forum}.voters.key`];
  expect(readdirSync(keys).sort()).toEqual([askers, voters]);

  const { hub, admin, phone, device } = await voted(data);
  expect(await admin.does({ type: 'closeForum' })).toMatchObject({ ok: true });
  expect(readdirSync(keys)).toEqual([askers]);
  // The page that was there when the forum closed has no name to vote by any more.
  expect(await phone.does({ ...SUPPORT, on: false })).toMatchObject({ code: 'forum.closed' });
  const mine = { supports: [], answers: {}, votes: 0, questions: [{ id: '1', state: 'deferred' }] };
  expect((await connected(hub.url, 'audience', device)).hello.mine).toMatchObject(mine);
  await hub.stop();

  // As after a crash between the commit and the deletion.
  writeFileSync(path.join(keys, voters), Buffer.alloc(32));
  const again = await startedHub(data);
  expect(readdirSync(keys)).toEqual([askers]);
  expect((await connected(again.url, 'audience', device)).hello.mine).toMatchObject(mine);
});

test('a forum that has one key for all still knows its phones', async () => {
  const data = temporaryFolder();
  const first = await startedHub(data);
  const { forum } = await remoteAdmin(data).seed('en');
  await first.stop();
  const key = path.join(data, 'keys', forum);
  renameSync(`${key}.askers.key`, `${key}.key`);
  rmSync(`${key}.voters.key`);

  const { hub, admin, device } = await voted(data);
  const own = { supports: ['1'], questions: [{ id: '1' }] };
  expect((await connected(hub.url, 'audience', device)).hello.mine).toMatchObject(own);
  expect(await admin.does({ type: 'closeForum' })).toMatchObject({ ok: true });
  const back = await connected(hub.url, 'audience', device);
  expect(back.hello.mine).toMatchObject({ supports: [], questions: [{ id: '1' }] });
  expect(existsSync(`${key}.key`)).toBe(true);
});

test('a hub does not run an open forum whose voters it would not know again', async () => {
  const data = temporaryFolder();
  const first = await startedHub(data);
  const { forum } = await remoteAdmin(data).seed('en');
  await first.stop();
  new ForumKeys(path.join(data, 'keys'), systemRandom).destroyVoters(forum);
  await expect(startedHub(data)).rejects.toThrow('key_gone');
});
