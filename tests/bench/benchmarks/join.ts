/**
 * Phones come in, a thousand a second: page, socket, view and the first questions for the time. Once to a hub
 * that has just been started and does not know them, then again and again.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { cpuSeconds } from '../../support/proc';
import { median } from '../figures';
import type { Joining, JoinReport, PhoneCrowd } from '../load/crowd';
import { openHall, PHONES } from '../process/hall';
import type { Part } from '../process/part';
import { startPart } from '../process/parts';
import type { Measured } from '../result';
import { withScope } from '../scope';

const RETURNING = 4_000;
const RUNS = 3;
const PER_SECOND = 1_000;
/** As the phones' page does. */
const PROBES = 5;
const SETTLE_MS = 1_500;

interface Joined extends JoinReport {
  /** Milliseconds of CPU for one phone. */
  readonly cpu: number;
  /** Bytes sent to one phone. */
  readonly bytes: number;
}

export function join(): Promise<Measured[]> {
  return withScope(async (scope) => {
    const hub = await openHall(scope);
    const bare = scope.add(startPart('bare-socket-io'), (part) => part.stop());
    const crowd = scope.add(startPart('crowd'), (part) => part.stop());
    const ours: Omit<Joining, 'count'> = {
      protocol: 'hub',
      port: hub.port,
      perSecond: PER_SECOND,
      cookies: { from: 'page' },
      probes: PROBES,
    };
    const theirs: Omit<Joining, 'count'> = {
      protocol: 'socket.io',
      port: await bare.call('listen'),
      perSecond: PER_SECOND,
      cookies: null,
      probes: 0,
    };
    const cold = await measure(crowd, { ...ours, count: PHONES }, hub.pid);
    await measure(crowd, { ...theirs, count: RETURNING }, bare.pid);
    const runs: { ours: Joined; theirs: Joined }[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      runs.push({
        ours: await measure(crowd, { ...ours, count: RETURNING }, hub.pid),
        theirs: await measure(crowd, { ...theirs, count: RETURNING }, bare.pid),
      });
    }
    console.log(
      `join: cold ${cold.cpu.toFixed(2)} ms each, ${PHONES} in ${cold.seconds.toFixed(1)} s`,
    );
    return [
      {
        name: 'join-bytes',
        value: cold.bytes / 1_024,
        unit: 'KB',
        baseline: median(runs.map((each) => each.theirs.bytes)) / 1_024,
        limit: { at: 'most', value: 8 },
      },
      {
        name: 'join-cpu',
        value: median(runs.map((each) => each.ours.cpu)),
        unit: 'ms',
        baseline: median(runs.map((each) => each.theirs.cpu)),
        limit: { at: 'most', value: 0.8 },
      },
    ];
  });
}

async function measure(crowd: Part<PhoneCrowd>, joining: Joining, pid: number): Promise<Joined> {
  const before = cpuSeconds(pid);
  const report = await crowd.call('join', joining);
  const used = cpuSeconds(pid) - before;
  await crowd.call('leave');
  await wait(SETTLE_MS);
  const { count } = joining;
  return { ...report, cpu: (used * 1_000) / count, bytes: report.received / count };
}
