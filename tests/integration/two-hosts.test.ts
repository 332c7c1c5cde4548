/**
 * Two hosts who press at the same moment: what both want happens once, and of two things only one; whoever was later is
 * told.
 */
import { setTimeout } from 'node:timers/promises';
import { remoteAdmin } from '@wenzheng/server/src/cli/admin-client';
import { databaseFile } from '@wenzheng/server/src/journal/database';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { connected, startedHub } from '../support/started-hub';
import { temporaryFolder } from '../support/test-app';

const PRESSES = 200;
/** No device may send more than forty commands a second for long (ms). */
const BETWEEN = 30;
const ITEMS = ['qa', 'interaction', 'opinion'] as const;

/** How many entries of a kind the journal holds. */
function entriesOf(data: string, type: string): number {
  const db = new Database(databaseFile(data), { readonly: true });
  const count = db
    .prepare<[string], number>('SELECT count(*) FROM entries WHERE bytes LIKE ?')
    .pluck()
    .get(`%"type":"${type}"%`);
  db.close();
  return Number(count);
}

test(`pressed ${PRESSES} times by both at once, the agenda moves once each time`, async () => {
  const data = temporaryFolder();
  const hub = await startedHub(data);
  const { forum } = await remoteAdmin(data).seed('en');
  const host = (name: string) =>
    connected(
      hub.url,
      'console',
      `wz_session=${hub.access.sessions.begin('host', name, '').token}`,
    );
  const hosts = [await host('first'), await host('second')] as const;

  const won = [0, 0];
  let from: string | null = null;
  for (let press = 0; press < PRESSES; press += 1) {
    await setTimeout(BETWEEN);
    const left = ITEMS.filter((item) => item !== from);
    // By turns they want the same, and what only one of them can have.
    const same = press % 4 < 2;
    const wanted = [left[0] ?? '', (same ? left[0] : left[1]) ?? ''] as const;
    const order = press % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    const acks: Ack[] = [];
    await Promise.all(
      order.map(async (which) => {
        const item = wanted[which];
        acks[which] = await hosts[which].does({ type: 'startAgendaItem', item, from });
      }),
    );
    const [first, second] = acks;
    const winner = first?.ok ? 0 : 1;
    from = wanted[winner];
    expect(acks[winner]).toMatchObject({ ok: true });
    if (same) expect(second).toMatchObject({ ok: true });
    else {
      expect(acks[1 - winner]).toEqual({ ok: false, code: 'agenda.moved' });
      won[winner] = (won[winner] ?? 0) + 1;
    }
  }
  // Neither is always the first.
  expect(Math.min(...won)).toBeGreaterThan(0);

  // Whoever makes a forum meanwhile takes nobody's hall away.
  const [{ live }, there] = [await remoteAdmin(data).seed('en'), await fetch(`${hub.url}api/hub`)];
  expect([live, await there.json()]).toMatchObject([false, { live: forum }]);

  const { snapshot } = await host('third');
  expect((await snapshot).documents['agenda']).toMatchObject({ current: from });
  await hub.stop();
  expect(entriesOf(data, 'agendaItemStarted')).toBe(PRESSES);
});
