/** Every benchmark; those that need the same crowd are measured together. */
import type { Measured } from '../result';
import { growth } from '../growth/growth';
import { bundle } from './bundle';
import { clockSkew } from './clock-skew';
import { deadConnection } from './dead-connection';
import { fanout } from './fanout';
import { idle } from './idle';
import { join } from './join';
import { load } from './load';
import { memory } from './memory';
import { opinionMaps } from './opinion-map';
import { pageLoad } from './page-load';
import { polls } from './polls';
import { restart } from './restart';
import { similar } from './similar';
import { votes } from './votes';

export interface Benchmark {
  readonly names: readonly string[];
  run(): Promise<readonly Measured[]>;
}

export const benchmarks: readonly Benchmark[] = [
  { names: ['fanout-cpu', 'fanout-p99'], run: fanout },
  { names: ['votes-rate', 'votes-p99'], run: votes },
  { names: ['poll-p99', 'poll-tally'], run: polls },
  { names: ['opinion-map', 'opinion-map-p99'], run: opinionMaps },
  { names: ['host-under-load', 'storm-messages', 'storm-bytes'], run: load },
  { names: ['idle-messages', 'idle-bytes'], run: idle },
  { names: ['join-bytes', 'join-cpu', 'join-cold-cpu'], run: join },
  { names: ['memory'], run: memory },
  { names: ['clock-skew', 'clock-skew-jitter', 'clock-skew-loss'], run: clockSkew },
  { names: ['bundle'], run: bundle },
  { names: ['page-load'], run: pageLoad },
  { names: ['restart', 'restart-stage', 'restart-phones'], run: restart },
  { names: ['dead-connection'], run: deadConnection },
  { names: ['similar-p95', 'desk-search-p95'], run: similar },
  { names: ['growth-command', 'growth-start', 'growth-upgrade'], run: growth },
];

export const NAMES: readonly string[] = benchmarks.flatMap(({ names }) => names);
