/** What a connected phone costs in memory, the garbage collected first on both sides. */
import { setTimeout as wait } from 'node:timers/promises';
import { residentBytes } from '../../support/proc';
import { median } from '../figures';
import { crowdAt, member, openDoors, openHall, PHONES } from '../process/hall';
import { startPart } from '../process/parts';
import type { Measured } from '../result';
import { withScope, type Scope } from '../scope';

const RUNS = 5;
/**
 * There before the first look: V8's young generation grows with the bustle of a program, not with its phones, and with
 * so many it has its full size on both sides.
 */
const FIRST = 3_000;
const SETTLE_MS = 1_500;
/** Which pages V8 compacts it chooses by what the collection before has left in them. */
const COLLECTIONS = 3;

export async function memory(): Promise<Measured[]> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    ours.push((await withScope(ofHub)) / PHONES / 1_024);
    theirs.push((await withScope(ofSocketIo)) / PHONES / 1_024);
  }
  return [
    {
      name: 'memory',
      value: median(ours),
      unit: 'KB',
      baseline: median(theirs),
      limit: { at: 'most', ratio: 1.3 },
      runs: ours,
    },
  ];
}

async function ofHub(scope: Scope): Promise<number> {
  const hub = await openHall(scope, { memoryHook: true });
  await member(scope, hub, 'host');
  const collect = (): void => void process.kill(hub.pid, 'SIGUSR2');
  await openDoors(scope, hub, FIRST);
  return growth(hub.pid, collect, () => openDoors(scope, hub, PHONES));
}

async function ofSocketIo(scope: Scope): Promise<number> {
  const bare = scope.add(startPart('bare-socket-io'), (part) => part.stop());
  const port = await bare.call('listen');
  await crowdAt(scope, 'socket.io', port, FIRST);
  const collect = (): Promise<void> => bare.call('collectGarbage');
  return growth(bare.pid, collect, () => crowdAt(scope, 'socket.io', port, PHONES));
}

/** Bytes that the process holds more after `join`. */
async function growth(
  pid: number,
  collect: () => unknown,
  join: () => Promise<unknown>,
): Promise<number> {
  const before = await settled(pid, collect);
  await join();
  return (await settled(pid, collect)) - before;
}

async function settled(pid: number, collect: () => unknown): Promise<number> {
  for (let each = 0; each < COLLECTIONS; each += 1) {
    await wait(SETTLE_MS);
    await collect();
  }
  await wait(SETTLE_MS);
  return residentBytes(pid);
}
