/**
 * Five thousand votes a second: how fast the host's "next" is on the display, and what phones are sent, both
 * where some questions are far more popular than others and where all are alike and their order always changes.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { median, percentile } from '../figures';
import type { PhoneCrowd } from '../load/crowd';
import { sharedNow } from '../process/clock';
import { fillQueue, member, openDoors, openHall, PHONES, type Member } from '../process/hall';
import type { Part } from '../process/part';
import type { Measured } from '../result';
import { withScope } from '../scope';

const ROUNDS = 5;
const VOTES_PER_SECOND = 5_000;
const WARM_UP_MS = 1_000;
const TRAFFIC_MS = 4_200;
const NEXTS = 20;
const GAP_MS = { least: 150, spread: 200 };

interface Traffic {
  readonly messages: number;
  readonly bytes: number;
}

export function load(): Promise<Measured[]> {
  return withScope(async (scope) => {
    const hub = await openHall(scope);
    const questions = await fillQueue(await member(scope, hub, 'volunteer'));
    const crowd = await openDoors(scope, hub, PHONES);
    const press = pressNext(await member(scope, hub, 'host'), await member(scope, hub, 'display'));

    const slowest: number[] = [];
    const all: number[] = [];
    const traffic: { popular: Traffic[]; even: Traffic[] } = { popular: [], even: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const kind of ['popular', 'even'] as const) {
        const seconds = (WARM_UP_MS + TRAFFIC_MS) / 1_000;
        const storm = crowd.call(
          'voteStorm',
          questions,
          VOTES_PER_SECOND,
          seconds,
          kind === 'even',
        );
        await wait(WARM_UP_MS);
        traffic[kind].push(await phoneTraffic(crowd));
        await storm;
      }
      const seconds = (NEXTS * (GAP_MS.least + GAP_MS.spread / 2)) / 1_000;
      const storm = crowd.call('voteStorm', questions, VOTES_PER_SECOND, seconds + 1, false);
      await wait(WARM_UP_MS);
      const nexts = await press(NEXTS);
      slowest.push(percentile(nexts, 0.99));
      all.push(...nexts);
      const { rate, p99 } = await storm;
      console.log(`storm: ${Math.round(rate)} votes/s acknowledged, p99 ${Math.round(p99)} ms`);
    }
    const [half, most] = [percentile(all, 0.5), percentile(all, 0.99)].map(Math.round);
    console.log(
      `"next" on the display: ${half} ms at the median, ${most} ms at p99 of ${all.length}`,
    );
    const worse = (pick: (each: Traffic) => number): number =>
      Math.max(median(traffic.popular.map(pick)), median(traffic.even.map(pick)));
    return [
      {
        name: 'host-under-load',
        value: median(slowest),
        unit: 'ms',
        baseline: null,
        limit: { at: 'most', value: 120 },
      },
      {
        name: 'storm-messages',
        value: worse(({ messages }) => messages),
        unit: 'messages/s',
        baseline: null,
        limit: { at: 'most', value: 2 },
      },
      {
        name: 'storm-bytes',
        value: worse(({ bytes }) => bytes) / 1_024,
        unit: 'KB/s',
        baseline: null,
        limit: { at: 'most', value: 1.5 },
      },
    ];
  });
}

/** Messages and bytes per second and phone, acknowledgements aside; heartbeats count as bytes only. */
async function phoneTraffic(crowd: Part<PhoneCrowd>): Promise<Traffic> {
  await crowd.call('takeTraffic');
  const start = sharedNow();
  await wait(TRAFFIC_MS);
  const { events, heartbeats, resyncs } = await crowd.call('takeTraffic');
  if (resyncs > 0) console.log(`storm: ${resyncs} phones had to ask for the whole view`);
  const phoneSeconds = (PHONES * (sharedNow() - start)) / 1_000;
  return {
    messages: events.messages / phoneSeconds,
    bytes: (events.bytes + heartbeats.bytes) / phoneSeconds,
  };
}

/** Presses "next" again and again; answers how long each took to reach the display (ms). */
function pressNext(host: Member, display: Member): (times: number) => Promise<number[]> {
  let arrived: (() => void) | null = null;
  let from: string | null = null;
  display.socket.on('patch', ({ documents }) => {
    if (documents?.['agenda'] !== undefined) arrived?.();
  });
  return async (times) => {
    const took: number[] = [];
    for (let press = 0; press < times; press += 1) {
      const item: string = from === 'opening' ? 'policy_talk' : 'opening';
      const shown = new Promise<void>((resolve) => (arrived = resolve));
      const pressed = sharedNow();
      void host.command({ type: 'startAgendaItem', item, from });
      await shown;
      took.push(sharedNow() - pressed);
      from = item;
      await wait(GAP_MS.least + Math.random() * GAP_MS.spread);
    }
    return took;
  };
}
