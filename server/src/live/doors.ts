/**
 * Thousands of phones that all come at once, after a restart or when a code is on the big screen, are let in one by
 * one. Whoever leads the forum, and its screens, stand in the same queue of the kernel, of which libuv takes one in
 * each turn of the loop: so while some come, turns do nothing but take the next from there, and who is no phone is soon
 * found.
 */
import type { Clock } from '../ports/ports';
import { TokenBucket } from './limits';

/** Somebody at the door. */
export interface Comer {
  enter(): void;
  /** Has given up: nothing is left to do but to clear away, which takes no time. */
  isGone(): boolean;
}

export interface DoorPorts {
  /** Runs something in the next turn of the loop. */
  readonly soon: (run: () => void) => void;
  readonly clock: Pick<Clock, 'monotonic'>;
}

/**
 * So many turns in a row must bring nobody before the next is let in; between taking a connection and hearing what it
 * wants lie two or three. Such turns take next to nothing.
 */
const QUIET_TURNS = 8;
/** But nobody waits longer for them: many come, or turns are long, as in a storm of votes. */
const WAIT_MS = 4;
/** Who only says that it is no phone; what exceeds this waits with the phones. */
const AT_ONCE = { burst: 200, perSecond: 50 };

export class Doors {
  readonly #ports: DoorPorts;
  readonly #foremost: TokenBucket;
  readonly #waiting: Comer[] = [];
  #quietTurns = 0;
  #enteredAt = -Infinity;

  constructor(ports: DoorPorts) {
    this.#ports = ports;
    this.#foremost = new TokenBucket(ports.clock, AT_ONCE);
  }

  /** Lets a phone in when it is its turn, in the order of calls. */
  pass(comer: Comer): void {
    this.#quietTurns = 0;
    if (this.#waiting.push(comer) === 1) this.#ports.soon(this.#turn);
  }

  /** Lets in at once, as long as no more come so than `AT_ONCE`; those beyond it wait with the phones. */
  passFirst(comer: Comer): void {
    if (this.#foremost.take()) comer.enter();
    else this.pass(comer);
  }

  readonly #turn = (): void => {
    this.#quietTurns += 1;
    const now = this.#ports.clock.monotonic();
    const isDue = this.#quietTurns >= QUIET_TURNS || now - this.#enteredAt >= WAIT_MS;
    const next = isDue ? this.#next() : undefined;
    if (next) {
      this.#quietTurns = 0;
      this.#enteredAt = now;
    }
    if (this.#waiting.length > 0) this.#ports.soon(this.#turn);
    next?.enter();
  };

  #next(): Comer | undefined {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      if (!next.isGone()) return next;
      next.enter();
    }
    return undefined;
  }
}
