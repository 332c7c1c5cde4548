/** Five thousand votes a second: how fast the host's "next" is on the display, and what phones are sent. */
import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../figures';
import type { PhoneCrowd } from '../load/crowd';
import { sharedNow } from '../process/clock';
import { fillQueue, member, openDoors, openHall, PHONES, type Member } from '../process/hall';
import type { Part } from '../process/part';
import type { Measured } from '../result';
import { withScope } from '../scope';

const VOTES_PER_SECOND = 5_000;
const WARM_UP_MS = 2_000;
const STORM_SECONDS = 8;
const NEXTS = 50;
const GAP_MS = { least: 250, spread: 200 };

export function load(): Promise<Measured[]> {
  return withScope(async (scope) => {
    const hub = await openHall(scope);
    const questions = await fillQueue(await member(scope, hub, 'volunteer'));
    const host = await member(scope, hub, 'host');
    const display = await member(scope, hub, 'display');
    const crowd = await openDoors(scope, hub, PHONES);

    const longest = (NEXTS * (GAP_MS.least + GAP_MS.spread)) / 1_000;
    const seconds = WARM_UP_MS / 1_000 + STORM_SECONDS + longest / 2;
    const storm = crowd.call('voteStorm', questions, VOTES_PER_SECOND, seconds);
    await wait(WARM_UP_MS);
    const traffic = await phoneTraffic(crowd);
    const nexts = await pressNext(host, display);
    const { rate, p99 } = await storm;
    console.log(
      `storm: ${Math.round(rate)} votes/s acknowledged, p99 ${Math.round(p99)} ms; ` +
        `"next" on the display after ${Math.round(percentile(nexts, 0.5))} ms at the median`,
    );

    return [
      {
        name: 'host-under-load',
        value: percentile(nexts, 0.99),
        unit: 'ms',
        baseline: null,
        limit: { at: 'most', value: 120 },
      },
      {
        name: 'storm-messages',
        value: traffic.messages,
        unit: 'messages/s',
        baseline: null,
        limit: { at: 'most', value: 2 },
      },
      {
        name: 'storm-bytes',
        value: traffic.bytes / 1_024,
        unit: 'KB/s',
        baseline: null,
        limit: { at: 'most', value: 1.5 },
      },
    ];
  });
}

/** Messages and bytes per second and phone, acknowledgements aside; heartbeats count as bytes only. */
async function phoneTraffic(crowd: Part<PhoneCrowd>): Promise<{ messages: number; bytes: number }> {
  await crowd.call('takeTraffic');
  const start = sharedNow();
  await wait(STORM_SECONDS * 1_000);
  const { events, heartbeats, resyncs } = await crowd.call('takeTraffic');
  console.log(`storm: ${resyncs} phones had to ask for the whole view`);
  const phoneSeconds = (PHONES * (sharedNow() - start)) / 1_000;
  return {
    messages: events.messages / phoneSeconds,
    bytes: (events.bytes + heartbeats.bytes) / phoneSeconds,
  };
}

/** Presses "next" again and again; answers how long each took to reach the display (ms). */
async function pressNext(host: Member, display: Member): Promise<number[]> {
  let arrived: (() => void) | null = null;
  display.socket.on('patch', ({ documents }) => {
    if (documents?.['agenda'] !== undefined) arrived?.();
  });
  const took: number[] = [];
  let from: string | null = null;
  for (let press = 0; press < NEXTS; press += 1) {
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
}
