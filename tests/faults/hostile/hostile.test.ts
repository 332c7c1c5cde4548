// Mutated requests and frames against the real hub: it stays up, small and quick, and nothing it keeps changes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { ALLOWANCES } from '@wenzheng/server/src/live/limits';
import { CALLS_LIMIT } from '@wenzheng/shared/forum/help';
import { expect, it, onTestFinished } from 'vitest';
import {
  HUB,
  newDevice,
  seedForum,
  signIn,
  startHubProcess,
  stopProcess,
  type HubProcess,
} from '../../support/hub-process';
import { mintCookies } from '../../support/known-devices';
import { cpuSeconds } from '../../support/proc';
import { routesOf } from '../../support/routes';
import { testApp } from '../../support/test-app';
import { Person } from '../crowd';
import { Dice } from '../../support/dice';
import { COLLECTED, collectedBytes } from '../resident';
import { besiege, type Attacker, type Siege } from './siege';

const MUTANTS = Number(
  process.env['WENZHENG_MUTANTS'] ?? (process.env['WENZHENG_FULL'] === '1' ? 1_000_000 : 20_000),
);
const WARM_UP = 2_000;
/** Enough that hardly any sends faster than the hub allows: what it only calls busy it does not look at. */
const DEVICES = 400;
/** Of the roles that are not told apart by device. */
const OTHERS = 10;
/** Bytes that the hub may have grown by once it has seen everything it will see; heaps breathe. */
const MOST_GROWTH = 96 * 2 ** 20;
/** How soon a person is served while nobody attacks any more (ms). */
const SERVED_WITHIN = 300;

async function closedForum(): Promise<HubProcess> {
  const data = mkdtempSync(path.join(tmpdir(), 'wenzheng-hostile-'));
  const hub = await startHubProcess(HUB, data, COLLECTED);
  onTestFinished(async () => {
    await stopProcess(hub.child);
    rmSync(data, { recursive: true, force: true });
  });
  await seedForum(hub);
  const host = new Person(hub, 'host', await signIn(hub, 'host'), new Dice(1));
  await until(() => host.link.status === 'live');
  await callEverywhere(hub);
  void host.submit({ type: 'closeForum' });
  await until(() => host.sent[0]?.ack !== null);
  expect(host.sent[0]?.ack).toMatchObject({ ok: true });
  host.link.close();
  return hub;
}

/** Calls for help go on after the forum, so all that may wait at once are made before: attackers add none. */
async function callEverywhere(hub: HubProcess): Promise<void> {
  for (let made = 0; made < CALLS_LIMIT; made += ALLOWANCES.help.burst) {
    const volunteer = new Person(hub, 'volunteer', await signIn(hub, 'volunteer'), new Dice(made));
    await until(() => volunteer.link.status === 'live');
    for (let call = 0; call < ALLOWANCES.help.burst; call += 1)
      void volunteer.submit({ type: 'callForHelp', reason: 'order', zone: 'rest', where: null });
    await until(() => volunteer.sent.every(({ ack }) => ack !== null));
    volunteer.link.close();
  }
}

async function until(reached: () => boolean): Promise<void> {
  for (let waited = 0; !reached(); waited += 10) {
    if (waited > 10_000) throw new Error('too late');
    await wait(10);
  }
}

/** Who may connect, and change nothing once the forum is closed. */
async function attackersOf(hub: HubProcess): Promise<Attacker[]> {
  const volunteer = await signIn(hub, 'volunteer');
  const devices = mintCookies(hub.data, DEVICES);
  const others = Array.from({ length: OTHERS }, (): Attacker[] => [
    { client: 'display', role: 'display', cookie: '' },
    { client: 'console', role: 'volunteer', cookie: volunteer },
  ]);
  const phones = devices.map((cookie): Attacker => ({
    client: 'audience',
    role: 'audience',
    cookie,
  }));
  return [...phones, ...others.flat()];
}

/** Everything that the hub has recorded, byte by byte. */
function recorded({ data }: HubProcess): unknown {
  const db = new Database(path.join(data, 'wenzheng.sqlite'), { readonly: true });
  const tables = ['entries', 'words', 'pins', 'links', 'live_forums', 'secrets'];
  const rows = tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  db.close();
  return rows;
}

async function served(hub: HubProcess): Promise<number> {
  const times: number[] = [];
  for (let each = 0; each < 9; each += 1) {
    const start = performance.now();
    const phone = new Person(hub, 'audience', await newDevice(hub), new Dice(each));
    await until(() => phone.link.status === 'live' && phone.link.view !== null);
    times.push(performance.now() - start);
    phone.link.close();
  }
  return times.sort((one, other) => one - other)[4] ?? Infinity;
}

it(`stands ${MUTANTS} mutants`, { timeout: 60_000 + MUTANTS * 8 }, async () => {
  const seed = Number(process.env['WENZHENG_SEED'] ?? Date.now() % 100_000);
  console.log(`WENZHENG_SEED=${seed}`);
  const { app } = await testApp();
  const hub = await closedForum();
  const siege: Omit<Siege, 'seed' | 'blows'> = {
    hub,
    routes: routesOf(app),
    ids: ['opening', 'policy_talk', 'wang-jianguo', 'housing', '__proto__', 'constructor'],
    attackers: await attackersOf(hub),
    cookies: [...mintCookies(hub.data, DEVICES), await signIn(hub, 'volunteer')],
  };
  await besiege({ ...siege, seed: seed + 1, blows: WARM_UP });
  const before = recorded(hub);
  const small = await collectedBytes(hub.pid);
  const start = performance.now();
  const outcome = await besiege({ ...siege, seed, blows: MUTANTS });
  const seconds = (performance.now() - start) / 1_000;
  const growth = (await collectedBytes(hub.pid)) - small;
  const latency = await served(hub);
  console.log(
    JSON.stringify(outcome.kinds),
    JSON.stringify(outcome.statuses),
    JSON.stringify(outcome.codes),
  );
  console.log(
    `${MUTANTS} in ${seconds.toFixed(1)} s, ${cpuSeconds(hub.pid).toFixed(1)} s of the hub’s CPU; grown by ${(growth / 2 ** 20).toFixed(0)} MiB; ` +
      `a phone is served in ${latency.toFixed(0)} ms`,
  );
  expect(outcome.faults).toEqual([]);
  expect(hub.output()).not.toMatch(/"level":(50|60)/);
  expect(hub.child.exitCode).toBeNull();
  expect(outcome.accepted).toBe(0);
  expect(recorded(hub)).toEqual(before);
  expect(growth).toBeLessThan(MOST_GROWTH);
  expect(latency).toBeLessThan(SERVED_WITHIN);
  // It was an attack, and the hub looked at it.
  for (const code of ['malformed', 'forbidden', 'busy', 'forum.closed'])
    expect(outcome.codes[code]).toBeGreaterThan(20);
  for (const status of ['200', '400', '401', '404'])
    expect(outcome.statuses[status]).toBeGreaterThan(20);
});
