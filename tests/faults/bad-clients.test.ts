// Clients that never read, and requests that never end: the hub's memory stays bounded, the others are served, and
// those who take without giving are cut off.
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, type TestContext } from 'vitest';
import { PhoneCrowd } from '../bench/load/crowd';
import { Dice } from '../support/dice';
import { newDevice, seedForum } from '../support/hub-process';
import { residentBytes } from '../support/proc';
import { staff } from './crowd';
import { DeafSocket, KINDS } from './deaf-sockets';
import { mintCookies } from '../support/known-devices';
import { KeptHub } from './kept-hub';
import { until } from './until';

const DEAF = 200;
const VOTERS = 300;
const VOTES_PER_SECOND = 1_200;
const STORM_SECONDS = 8;
/** Half of what 200 connections could hold at the most that the hub lets one hold. */
const MOST_GROWTH = 100 * 2 ** 20;
const CUT_WITHIN_MS = 20_000;
const IDLE = 1_500;
/** All who knock: beyond the idle ones, every other never ends the head of its request or its body. */
const KNOCKS = 2_100;
const ENDLESS_HEAD = 'GET / HTTP/1.1\r\nHost: hub\r\nX-A: ';
const endlessBody = (port: number): string =>
  `POST /api/session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n` +
  'Content-Length: 1000\r\n\r\n{"pin":';
/** What a request may take; the hub looks now and then. */
const REQUEST_LASTS_MS = 25_000;

describe.concurrent('bad clients', () => {
  async function hall({ onTestFinished }: TestContext): Promise<KeptHub> {
    const hub = await KeptHub.start({ by: 'test', nodeArguments: [] });
    onTestFinished(async () => {
      await hub.end();
      hub.removeData();
    });
    await seedForum(hub);
    return hub;
  }

  it('that never read', { timeout: 120_000 }, async (context) => {
    const hub = await hall(context);
    const host = await staff(hub, 'host', new Dice(17));
    await until(() => host.link.status === 'live', 'the host is not in');
    const questions: string[] = [];
    for (let number = 1; number <= 60; number += 1) {
      const said = { text: `第${number}个问题：楼道的灯谁来修？`, serial: null, name: null };
      const ack = await host.submit({
        type: 'logQuestion',
        source: 'mic',
        ...said,
        department: null,
      });
      if (ack.ok && ack.question) questions.push(ack.question.id);
    }
    const crowd = new PhoneCrowd();
    const cookies = { from: 'data', folder: hub.data } as const;
    const joining = { protocol: 'hub', port: hub.port, count: VOTERS, perSecond: 1_000 } as const;
    await crowd.join({ ...joining, cookies, learnTime: false });
    const before = residentBytes(hub.pid);
    const deaf = await Promise.all(
      mintCookies(hub.data, DEAF).map((cookie, index) =>
        DeafSocket.enter(hub.port, cookie, KINDS[index % KINDS.length] ?? 'deaf'),
      ),
    );
    const phonesSeen = (): number =>
      Number(Reflect.get(Object(host.link.view?.documents['presence']), 'phones'));
    await until(() => phonesSeen() === VOTERS + DEAF, 'not all are in');
    const entered = performance.now();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, residentBytes(hub.pid))), 100);
    const report = await crowd.voteStorm(questions, VOTES_PER_SECOND, STORM_SECONDS);
    const lying = Math.floor(DEAF / KINDS.length);
    await until(
      () => phonesSeen() <= VOTERS + lying,
      () => `${phonesSeen() - VOTERS} are not cut`,
      CUT_WITHIN_MS,
    );
    const cutAfter = performance.now() - entered;
    clearInterval(watch);
    console.log(
      `${DEAF} that never read: at most ${((most - before) / 2 ** 20).toFixed(1)} MB more, all who fell silent cut after ${(cutAfter / 1_000).toFixed(1)} s, ${phonesSeen() - VOTERS} of ${lying} liars left; ` +
        `others ${Math.round(report.rate)} votes/s, p99 ${Math.round(report.p99)} ms`,
    );
    for (const each of deaf) each.close();
    host.link.close();
    await crowd.leave();
    expect(most - before).toBeLessThan(MOST_GROWTH);
    expect(report.p99).toBeLessThan(1_500);
  });

  it('that never end their requests', { timeout: 120_000 }, async (context) => {
    const hub = await hall(context);
    const open = new Set<Socket>();
    const knock = (words: string): Socket => {
      const socket = connect({ port: hub.port, host: `127.0.0.1`, localAddress: '127.0.0.3' });
      open.add(socket);
      socket.on('connect', () => socket.write(words));
      socket.on('error', () => socket.destroy());
      socket.on('close', () => open.delete(socket));
      return socket.resume();
    };
    const start = performance.now();
    const slow: Socket[] = [];
    // Not faster than the hub's door lets them in: those who wait before it would be cut later.
    for (let each = 0; each < KNOCKS; each += 1) {
      const words = each < IDLE ? '' : each % 2 === 0 ? ENDLESS_HEAD : endlessBody(hub.port);
      const socket = knock(words);
      if (words !== '') slow.push(socket);
      if (each % 50 === 0) await wait(20);
    }
    await wait(1_000);
    const asked = performance.now();
    await newDevice(hub);
    const answered = performance.now() - asked;
    const drip = setInterval(() => {
      for (const socket of slow) if (socket.writable) socket.write('a');
    }, 1_000);
    await until(
      () => open.size === 0,
      () => `${open.size} are still open`,
      REQUEST_LASTS_MS,
    ).finally(() => {
      clearInterval(drip);
      for (const socket of open) socket.destroy();
    });
    const took = performance.now() - start;
    console.log(
      `${KNOCKS} that never end a request: a phone's page in ${Math.round(answered)} ms, all cut after ${(took / 1_000).toFixed(1)} s`,
    );
    expect(answered).toBeLessThan(1_500);
  });
});
