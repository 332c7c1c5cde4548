/** The simulated audience in a thread of its own: what it costs, the hub's thread does not pay. */
import { parentPort, workerData } from 'node:worker_threads';
import { monotonicNow, systemRandom, systemScheduler } from '../ports/system';
import { SimulatedPhone } from './simulated-phone';
import type { CrowdLanguage } from './words';

export interface CrowdTask {
  readonly url: string;
  readonly forum: string;
  /** One for each phone. */
  readonly cookies: readonly string[];
  readonly language: CrowdLanguage;
}

const TICK_MS = 100;
/** People come in one after another, and each does something about every half minute. */
const COMING_A_TICK = 5;
const TICKS_BETWEEN_ACTS = 300;

const { cookies, ...task } = workerData as CrowdTask;
const ports = { random: systemRandom, scheduler: systemScheduler, local: monotonicNow };
const phones: SimulatedPhone[] = [];
let due = 0;

function tick(): void {
  for (const cookie of cookies.slice(phones.length, phones.length + COMING_A_TICK))
    phones.push(new SimulatedPhone({ ...task, ...ports, cookie }));
  for (due += phones.length / TICKS_BETWEEN_ACTS; due >= 1; due -= 1) anyone()?.act();
  parentPort?.postMessage(phones.filter(({ isIn }) => isIn).length);
  systemScheduler.later(TICK_MS, tick);
}

const anyone = (): SimulatedPhone | undefined =>
  phones[Buffer.from(systemRandom.bytes(4)).readUInt32LE() % phones.length];

tick();
