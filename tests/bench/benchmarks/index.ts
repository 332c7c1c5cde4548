/** Every benchmark; those that need the same crowd are measured together. */
import type { Measured } from '../result';
import { bundle } from './bundle';
import { clockSkew } from './clock-skew';
import { fanout } from './fanout';
import { idle } from './idle';
import { join } from './join';
import { load } from './load';
import { memory } from './memory';
import { restart } from './restart';
import { votes } from './votes';

export interface Benchmark {
  readonly names: readonly string[];
  run(): Promise<readonly Measured[]>;
}

export const benchmarks: readonly Benchmark[] = [
  { names: ['fanout-cpu', 'fanout-p99'], run: fanout },
  { names: ['votes-rate', 'votes-p99'], run: votes },
  { names: ['host-under-load', 'storm-messages', 'storm-bytes'], run: load },
  { names: ['idle-messages', 'idle-bytes'], run: idle },
  { names: ['join-bytes', 'join-cpu'], run: join },
  { names: ['memory'], run: memory },
  { names: ['clock-skew'], run: clockSkew },
  { names: ['bundle'], run: bundle },
  { names: ['restart'], run: restart },
];

export const NAMES: readonly string[] = benchmarks.flatMap(({ names }) => names);
