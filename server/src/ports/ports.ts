/** What the hub takes from the machine it runs on, so that tests and the simulation can bring their own. */
import type { Instant } from '@wenzheng/shared/time/instant';

export interface Clock {
  /** The hub's time: never steps back, whatever happens to the wall clock. */
  now(): Instant;
  /** Milliseconds of a monotonic clock with an arbitrary origin, with fractions; for measuring. */
  monotonic(): number;
}

export interface Random {
  /** `length` bytes fit for keys and tokens. */
  bytes(length: number): Uint8Array;
}

export interface Scheduler {
  /** Runs `run` once the event loop has turned. */
  soon(run: () => void): void;
  /** Runs `run` after `ms` milliseconds unless the returned function is called before. */
  later(ms: number, run: () => void): () => void;
}
