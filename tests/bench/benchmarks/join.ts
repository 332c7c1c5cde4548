/**
 * Phones come in, a thousand a second: page, socket, view and the first questions for the time. Ten thousand to
 * hubs that have just been started and do not know them, then again and again to one that does.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { HubProcess } from '../../support/hub-process';
import { cpuSeconds } from '../../support/proc';
import { median } from '../figures';
import type { Joining, JoinReport, PhoneCrowd } from '../load/crowd';
import { openHall, PHONES } from '../process/hall';
import type { Part } from '../process/part';
import { startPart } from '../process/parts';
import type { Measured } from '../result';
import { withScope, type Scope } from '../scope';

const RETURNING = 3_000;
const RUNS = 5;
const COLD_RUNS = 3;
const PER_SECOND = 1_000;
const SETTLE_MS = 1_500;

interface Joined extends JoinReport {
  /** Milliseconds of CPU for one phone. */
  readonly cpu: number;
  /** Bytes sent to one phone. */
  readonly bytes: number;
}

export async function join(): Promise<Measured[]> {
  const cold: Joined[] = [];
  for (let run = 1; run < COLD_RUNS; run += 1)
    cold.push(await withScope(async (scope) => comeIn(scope, await openHall(scope)).cold()));
  return withScope(async (scope) => {
    const ours = comeIn(scope, await openHall(scope));
    cold.push(await ours.cold());
    const theirs = await bareSide(scope);
    await theirs();
    const runs: { ours: Joined; theirs: Joined }[] = [];
    for (let run = 0; run < RUNS; run += 1)
      runs.push({ ours: await ours.again(), theirs: await theirs() });
    const seconds = Math.max(...cold.map((each) => each.seconds));
    const probes = median(runs.map((each) => each.ours.probes / RETURNING));
    console.log(
      `join: ${PHONES} new phones in ${seconds.toFixed(1)} s, ${probes.toFixed(1)} time probes each`,
    );
    return rows(cold, runs);
  });
}

function rows(
  cold: readonly Joined[],
  runs: readonly { readonly ours: Joined; readonly theirs: Joined }[],
): Measured[] {
  const bytes = cold.map((each) => each.bytes / 1_024);
  const coldCpu = cold.map((each) => each.cpu);
  const cpu = runs.map((each) => each.ours.cpu);
  const bareCpu = median(runs.map((each) => each.theirs.cpu));
  const most = (name: string, unit: string, values: readonly number[], limit: number) => ({
    name,
    value: median(values),
    unit,
    limit: { at: 'most', value: limit } as const,
    runs: values,
  });
  return [
    {
      ...most('join-bytes', 'KB', bytes, 8),
      baseline: median(runs.map((each) => each.theirs.bytes)) / 1_024,
    },
    { ...most('join-cpu', 'ms', cpu, 0.8), baseline: bareCpu },
    { ...most('join-cold-cpu', 'ms', coldCpu, 1.3), baseline: bareCpu },
  ];
}

/** Phones that come to the hub: for the first time, and again with the cookies they were given. */
function comeIn(scope: Scope, hub: HubProcess) {
  const crowd = scope.add(startPart('crowd'), (part) => part.stop());
  const joining = {
    protocol: 'hub',
    port: hub.port,
    perSecond: PER_SECOND,
    cookies: { from: 'page' },
    learnTime: true,
  } as const;
  return {
    cold: () => measure(crowd, { ...joining, count: PHONES }, hub.pid),
    again: () => measure(crowd, { ...joining, count: RETURNING }, hub.pid),
  };
}

async function bareSide(scope: Scope): Promise<() => Promise<Joined>> {
  const bare = scope.add(startPart('bare-socket-io'), (part) => part.stop());
  const crowd = scope.add(startPart('crowd'), (part) => part.stop());
  const joining: Joining = {
    protocol: 'socket.io',
    port: await bare.call('listen'),
    count: RETURNING,
    perSecond: PER_SECOND,
    cookies: null,
    learnTime: false,
  };
  return () => measure(crowd, joining, bare.pid);
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
