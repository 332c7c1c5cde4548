/**
 * One action of the host to ten thousand phones: CPU of the server, and the time until the last phone has it.
 * The heartbeats that run meanwhile are measured just before and taken off.
 */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import WebSocket from 'ws';
import { cpuSeconds } from '../../support/proc';
import { median, percentile } from '../figures';
import type { PhoneCrowd } from '../load/crowd';
import { sharedNow } from '../process/clock';
import { crowdAt, member, openDoors, openHall, PHONES } from '../process/hall';
import type { Part } from '../process/part';
import { startPart } from '../process/parts';
import type { Measured } from '../result';
import { withScope } from '../scope';

const RUNS = 5;
const ACTIONS = 12;
const QUIET_MS = 1_500;

interface Sender {
  readonly pid: number;
  readonly crowd: Part<PhoneCrowd>;
  /** Does what makes the server broadcast once. */
  act(): void;
}
interface Run {
  /** Milliseconds of CPU for one action. */
  readonly cpu: number;
  readonly last: readonly number[];
}

export function fanout(): Promise<Measured[]> {
  return withScope(async (scope) => {
    const hub = await openHall(scope);
    const host = await member(scope, hub, 'host');
    const crowd = await openDoors(scope, hub, PHONES);
    const items = ['opening', 'policy_talk'];
    let running: string | null = null;
    const ours: Sender = {
      pid: hub.pid,
      crowd,
      act: () => {
        const item = items.find((each) => each !== running) ?? '';
        void host.command({ type: 'startAgendaItem', item, from: running });
        running = item;
      },
    };
    await measure(ours, 3);

    const bare = scope.add(startPart('bare-ws'), (part) => part.stop());
    const port = await bare.call('listen', await crowd.call('seen'));
    const control = scope.add(new WebSocket(`ws://127.0.0.1:${port}`), (each) => each.terminate());
    await once(control, 'open');
    const theirs: Sender = {
      pid: bare.pid,
      crowd: await crowdAt(scope, 'ws', port, PHONES),
      act: () => control.send('go'),
    };
    await measure(theirs, 3);

    const runs: { ours: Run; theirs: Run }[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      runs.push({ ours: await measure(ours, ACTIONS), theirs: await measure(theirs, ACTIONS) });
    }
    const of = (side: 'ours' | 'theirs', pick: (run: Run) => number): number =>
      median(runs.map((each) => pick(each[side])));
    const p99 = ({ last }: Run): number => percentile(last, 0.99);
    const cpu = ({ cpu: used }: Run): number => used;
    const unit = 'ms';
    return [
      {
        name: 'fanout-cpu',
        value: of('ours', cpu),
        unit,
        baseline: of('theirs', cpu),
        limit: { at: 'most', ratio: 1.2 },
      },
      {
        name: 'fanout-p99',
        value: of('ours', p99),
        unit,
        baseline: of('theirs', p99),
        limit: { at: 'most', ratio: 1.2 },
      },
    ];
  });
}

async function measure({ pid, crowd, act }: Sender, actions: number): Promise<Run> {
  const quiet = { cpu: cpuSeconds(pid), at: sharedNow() };
  await wait(QUIET_MS);
  const start = { cpu: cpuSeconds(pid), at: sharedNow() };
  const heartbeats = (start.cpu - quiet.cpu) / (start.at - quiet.at);
  const last: number[] = [];
  for (let action = 0; action < actions; action += 1) {
    const acted = sharedNow();
    act();
    last.push((await crowd.call('completed')) - acted);
  }
  const used = cpuSeconds(pid) - start.cpu - heartbeats * (sharedNow() - start.at);
  return { cpu: (used * 1_000) / actions, last };
}
