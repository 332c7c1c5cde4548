/** What a hub holds in memory when its garbage is collected: what is left is held, or lost. */
import { setTimeout as wait } from 'node:timers/promises';
import { median } from '../bench/figures';
import { residentBytes } from '../support/proc';

/** Arguments of node for a hub whose garbage is to be collected from outside. */
export const COLLECTED: readonly string[] = [
  '--expose-gc',
  '--import',
  "data:text/javascript,process.on('SIGUSR2',()=>{gc();gc()})",
];
const SETTLE_MS = 400;
const READINGS = 3;

/** Bytes that the process, started with `COLLECTED`, holds; without V8's reserve of pages for the next burst. */
export async function collectedBytes(pid: number): Promise<number> {
  const readings: number[] = [];
  while (readings.length < READINGS) {
    process.kill(pid, 'SIGUSR2');
    await wait(SETTLE_MS);
    readings.push(residentBytes(pid));
  }
  return median(readings);
}
