/** Every benchmark; those that need the same crowd are measured together. */
import type { Measured } from '../result';
import { fanout } from './fanout';
import { votes } from './votes';

export interface Benchmark {
  readonly names: readonly string[];
  run(): Promise<readonly Measured[]>;
}

export const benchmarks: readonly Benchmark[] = [
  { names: ['fanout-cpu', 'fanout-p99'], run: fanout },
  { names: ['votes-rate', 'votes-p99'], run: votes },
];

export const NAMES: readonly string[] = benchmarks.flatMap(({ names }) => names);
