// An emergency reaches a full hall at once, although everybody votes; staff and displays are not behind them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import type { Transport } from '@wenzheng/shared/live/forum-link';
import { socketTransport } from '@wenzheng/shared/live/socket-transport';
import { PROTOCOL } from '@wenzheng/shared/wire/protocol';
import { percentile } from '../bench/figures';
import { Dice } from '../support/dice';
import {
  HUB,
  seedForum,
  startHubProcess,
  stopProcess,
  type HubProcess,
} from '../support/hub-process';
import { mintCookies } from '../support/known-devices';
import { Person, staff } from './crowd';
import { until } from './until';

const FULL = process.env['WENZHENG_FULL'] === '1';
const PHONES = FULL ? 1_000 : 300;
/** Each votes as often as the hub lets one phone vote for long. */
const VOTERS = FULL ? 260 : 40;
const DISPLAYS = 10;
const TIMES = FULL ? 20 : 5;
const VOTE_EVERY_MS = 240;
/** Votes that have to be taken in a second meanwhile. */
const VOTES_A_SECOND = FULL ? 1_000 : 100;
/** Between two emergencies, so that votes go on (ms). */
const CALM_MS = 250;
const WITHIN_MS = 500;

/** A screen that does nothing but note when it is told of an emergency. */
class Screen {
  told: number | null = null;
  isIn = false;
  readonly #transport: Transport;

  constructor(hub: HubProcess, client: 'audience' | 'display', cookie: string) {
    const transport = (this.#transport = socketTransport(
      hub.url,
      client,
      cookie ? { cookie } : {},
    ));
    transport.handshake(() => ({ protocol: PROTOCOL, client, forum: null, held: null }));
    transport.on('snapshot', () => (this.isIn = true));
    transport.on('patch', ({ documents }) => {
      if (documents?.['emergency']) this.told ??= performance.now();
    });
  }
  close(): void {
    this.#transport.close();
  }
}

const data = mkdtempSync(path.join(tmpdir(), 'wenzheng-emergency-'));
let hub: HubProcess | null = null;
const screens: Screen[] = [];
const people: Person[] = [];
let voting: ReturnType<typeof setInterval> | undefined;
afterEach(async () => {
  clearInterval(voting);
  for (const screen of screens) screen.close();
  for (const { link } of people) link.close();
  if (hub) await stopProcess(hub.child);
  rmSync(data, { recursive: true, force: true });
});

it(
  `${PHONES} phones are told within ${WITHIN_MS} ms while votes come in`,
  { timeout: 120_000 },
  async () => {
    const dice = new Dice(7);
    const running = (hub = await startHubProcess(HUB, data, []));
    await seedForum(running);
    const host = await staff(running, 'host', dice);
    people.push(host);
    for (let number = 1; number <= 5; number += 1) {
      const said = {
        text: `第${number}个问题`,
        serial: null,
        name: null,
        department: null,
      } as const;
      await host.submit({ type: 'logQuestion', source: 'mic', ...said });
    }
    const cookies = mintCookies(data, PHONES);
    const voters = cookies
      .slice(0, VOTERS)
      .map((cookie) => new Person(running, 'audience', cookie, dice));
    people.push(...voters);
    for (const cookie of cookies) screens.push(new Screen(running, 'audience', cookie));
    for (let number = 0; number < DISPLAYS; number += 1)
      screens.push(new Screen(running, 'display', ''));
    await until(
      () => screens.every(({ isIn }) => isIn) && people.every(({ link }) => link.status === 'live'),
      () => `${screens.filter(({ isIn }) => isIn).length} are in`,
    );
    let round = 0;
    voting = setInterval(() => {
      round += 1;
      for (const [index, voter] of voters.entries()) {
        const question = String(((round + index) % 5) + 1);
        void voter.submit({ type: 'supportQuestion', question, on: round % 2 === 0 });
      }
    }, VOTE_EVERY_MS);

    const votes = (): number => voters.reduce((sum, { accepted }) => sum + accepted.length, 0);
    await until(() => votes() > 0, 'nobody votes');
    const [before, began] = [votes(), performance.now()];
    const waits: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      for (const screen of screens) screen.told = null;
      const pressed = performance.now();
      const said = { kind: 'evacuate', drill: true, message: null } as const;
      expect(await host.submit({ type: 'raiseEmergency', ...said })).toMatchObject({ ok: true });
      await until(() => screens.every(({ told }) => told !== null), 'not all are told', 5_000);
      waits.push(...screens.map(({ told }) => (told ?? Infinity) - pressed));
      const emergency = Number(
        Reflect.get(Object(host.link.view?.documents['emergency']), 'number'),
      );
      expect(await host.submit({ type: 'allClear', emergency })).toMatchObject({ ok: true });
      await wait(CALM_MS);
    }
    const rate = (votes() - before) / ((performance.now() - began) / 1_000);
    const p99 = percentile(waits, 0.99);
    console.log(
      `an emergency on ${screens.length} screens, ${Math.round(rate)} votes/s: p99 ${Math.round(p99)} ms`,
    );
    expect(p99).toBeLessThan(WITHIN_MS);
    expect(rate).toBeGreaterThan(VOTES_A_SECOND);
  },
);
