/** A rehearsal in the real hub: everyone is brought over and back, and nothing of it is left. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { pollResult, type PollDraft } from '@wenzheng/shared/forum/polls';
import { rehearsalView, type RehearsalView } from '@wenzheng/shared/forum/rehearsal';
import { afterEach, expect, test } from 'vitest';
import { Person } from '../faults/crowd';
import { Dice } from '../support/dice';
import {
  HUB,
  newDevice,
  seedForum,
  signIn,
  startHubProcess,
  stopProcess,
  type HubProcess,
} from '../support/hub-process';
import { temporaryFolder } from '../support/test-app';

const PEOPLE = 25;
const WITHIN_MS = 20_000;
const PATIENCE = { timeout: 90_000 };

const hubs: HubProcess[] = [];
const persons: Person[] = [];
afterEach(async () => {
  for (const { link } of persons.splice(0)) link.close();
  for (const { child } of hubs.splice(0)) await stopProcess(child);
});

async function open(data: string): Promise<HubProcess> {
  const hub = await startHubProcess(HUB, data, []);
  hubs.push(hub);
  return hub;
}

async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + WITHIN_MS; !(await reached()); await wait(50))
    if (performance.now() > end) throw new Error('too late');
}

async function ask(
  hub: HubProcess,
  cookie: string,
  method: 'GET' | 'POST' | 'DELETE',
  body: object | null = null,
): Promise<{ readonly status: number; readonly json: unknown }> {
  const answer = await fetch(`${hub.url}/api/rehearsal`, {
    method,
    headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? null : JSON.parse(text) };
}

async function current(hub: HubProcess, cookie: string): Promise<RehearsalView | null> {
  const { json } = await ask(hub, cookie, 'GET');
  return rehearsalView.nullable().parse((json as { rehearsal: unknown }).rehearsal);
}

const enter = async (hub: HubProcess, role: 'audience' | 'host', cookie: string) => {
  const person = new Person(hub, role, cookie, new Dice(persons.length));
  persons.push(person);
  await until(() => person.link.status === 'live');
  return person;
};
const POLL: PollDraft = {
  ...{ id: 'p', kind: 'ranking', text: '先办哪一件？', options: ['甲', '乙', '丙'], most: null },
  ...{ steps: null, low: '', high: '', who: 'anyone', live: true },
};
const votersIn = ({ link }: Person): number =>
  pollResult.nullable().parse(link.view?.documents['pollResult'] ?? null)?.voters ?? 0;
const forumOf = ({ link }: Person): string => link.hello?.forum ?? '';

/** Everything that names `forum`, in tables and in the data folder. */
function traces({ data }: HubProcess, forum: string): string[] {
  const db = new Database(path.join(data, 'wenzheng.sqlite'), { readonly: true });
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all() as string[];
  const rows = tables.filter((table) =>
    db
      .prepare<[], object>(`SELECT * FROM ${table}`)
      .all()
      .some((row) => Object.values(row).includes(forum)),
  );
  db.close();
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' });
  return [...rows, ...files.filter((file) => path.basename(file).startsWith(forum))];
}

function entriesOf({ data }: HubProcess, forum: string): unknown {
  const db = new Database(path.join(data, 'wenzheng.sqlite'), { readonly: true });
  const rows = db.prepare('SELECT seq, bytes FROM entries WHERE forum = ?').all(forum);
  db.close();
  return rows;
}

test('everyone comes over, the audience acts, and one press wipes it', PATIENCE, async () => {
  const hub = await open(temporaryFolder());
  await seedForum(hub);
  const cookie = await signIn(hub, 'host');
  const host = await enter(hub, 'host', cookie);
  const phone = await enter(hub, 'audience', await newDevice(hub));
  const real = forumOf(phone);
  await phone.submit({ type: 'askQuestion', text: '正式会场的问题', name: null, department: null });
  const before = entriesOf(hub, real);

  const wish = { forum: real, people: PEOPLE };
  const [one, other] = await Promise.all([
    ask(hub, cookie, 'POST', wish),
    ask(hub, cookie, 'POST', wish),
  ]);
  expect([one.status, other.status].sort()).toEqual([201, 409]);
  const copy = (await current(hub, cookie))?.forum ?? '';
  await until(() => forumOf(phone) === copy && forumOf(host) === copy);
  expect(host.link.view?.documents['forum']).toMatchObject({
    title: expect.stringContaining('【彩排】'),
    rehearsal: true,
  });
  await until(async () => (await current(hub, cookie))?.present === PEOPLE);
  await until(() => Object.keys(host.link.view?.collections['desk'] ?? {}).length > 2);
  await host.submit({ type: 'askPoll', poll: POLL });
  // Each of them does something about every half minute.
  await until(() => votersIn(host) > 2);
  await phone.submit({ type: 'askQuestion', text: '彩排里的问题', name: null, department: null });
  expect(entriesOf(hub, real)).toEqual(before);

  expect((await ask(hub, cookie, 'DELETE')).status).toBe(204);
  await until(() => forumOf(phone) === real && forumOf(host) === real);
  expect(host.link.view?.documents['forum']).toMatchObject({ rehearsal: false });
  expect(await current(hub, cookie)).toBeNull();
  expect(traces(hub, copy)).toEqual([]);
  expect(entriesOf(hub, real)).toEqual(before);
  expect((await ask(hub, cookie, 'DELETE')).status).toBe(204);
  expect(phone.link.mine?.questions).toHaveLength(1);

  await stopProcess(hub.child);
  const again = await open(hub.data);
  expect(entriesOf(again, real)).toEqual(before);
});

test('a hub that is killed goes on with it, and wipes it', PATIENCE, async () => {
  const hub = await open(temporaryFolder());
  await seedForum(hub);
  const cookie = await signIn(hub, 'admin');
  const phone = await enter(hub, 'audience', await newDevice(hub));
  const real = forumOf(phone);
  await ask(hub, cookie, 'POST', { forum: real, people: 5 });
  const copy = (await current(hub, cookie))?.forum ?? '';
  hub.child.kill('SIGKILL');
  const again = await open(hub.data);
  await until(async () => (await current(again, cookie))?.present === 5);
  await ask(again, cookie, 'DELETE');
  expect(traces(again, copy)).toEqual([]);
  const returned = await enter(again, 'audience', await newDevice(again));
  expect(forumOf(returned)).toBe(real);
});

test('is for those who lead, and of a forum that is still to come', PATIENCE, async () => {
  const hub = await open(temporaryFolder());
  await seedForum(hub);
  const host = await enter(hub, 'host', await signIn(hub, 'host'));
  const wish = { forum: forumOf(host), people: 5 };
  for (const role of ['moderator', 'volunteer'] as const)
    expect((await ask(hub, await signIn(hub, role), 'POST', wish)).status).toBe(403);
  expect((await ask(hub, '', 'DELETE')).status).toBe(401);
  expect((await ask(hub, host.cookie, 'POST', { ...wish, people: 501 })).status).toBe(400);
  expect((await ask(hub, host.cookie, 'POST', { ...wish, forum: 'none' })).status).toBe(404);
  await host.submit({ type: 'closeForum' });
  expect(await ask(hub, host.cookie, 'POST', wish)).toEqual({
    status: 409,
    json: { code: 'rehearsal.closed' },
  });
});
