/**
 * The order in which broadcasts are written to their sockets: in slices, with the event loop turned in
 * between, so that a host's command never waits behind ten thousand phones, nor they behind a storm of
 * votes. It knows nothing of sockets; Socket.IO's adapter and the simulation each bring their own.
 */

export interface SlicePorts {
  /** A monotonic clock in milliseconds. */
  readonly now: () => number;
  /** Runs `run` once the event loop has turned. */
  readonly soon: (run: () => void) => void;
  readonly later: (ms: number, run: () => void) => void;
}

/** One message on its way to many. */
export interface Broadcast<Target> {
  readonly rooms: ReadonlySet<string>;
  readonly targets: readonly Target[];
  /** Phones come after all others. */
  readonly toPhones: boolean;
  /** Writes it to one of them; false if that one is too slow for it now: it is offered again later. */
  readonly write: (target: Target) => boolean;
}

interface Job<Target> {
  readonly broadcast: Broadcast<Target>;
  readonly targets: readonly Target[];
  next: number;
  /** To be called once everything is written. */
  readonly done: (() => void)[];
}

/** Some three milliseconds of writing: a turn of the loop costs about as much as ten sockets. */
const SLICE = 400;
/**
 * The most that one turn of the event loop spends on slices (ms), however long it served others before: what
 * comes in meanwhile makes the next turn longer, and a host's command waits for both.
 */
const LONGEST_TURN = 20;
/** The longest that something waits for slices to be written, turns of the loop apart (ms). */
const LONGEST_WAIT = 150;
/** How soon the newest message is offered again to those that were spared it (ms). */
const SPARED_AGAIN = 500;

export class Slices<Target> {
  readonly #ports: SlicePorts;
  readonly #size: number;
  readonly #staff: Job<Target>[] = [];
  readonly #phones: Job<Target>[] = [];
  #turning = false;
  /** Somebody who leads the forum has sent a command that is not yet decided. */
  #givesWay = false;
  #ended = -Infinity;
  /** What waits until nothing is to be written, and since when. */
  readonly #waiting: (() => void)[] = [];
  #waitingSince = 0;
  /** Whom the newest message was spared: it follows later, for who hears nothing more is never right. */
  #spared = new Map<Target, Broadcast<Target>>();

  constructor(ports: SlicePorts, size = SLICE) {
    this.#ports = ports;
    this.#size = size;
  }

  send(broadcast: Broadcast<Target>): void {
    const { targets, toPhones } = broadcast;
    (toPhones ? this.#phones : this.#staff).push({ broadcast, targets, next: 0, done: [] });
    if (!this.#turning) this.#begin();
    else if (!toPhones) this.#slice();
  }

  /** Calls `run` once all broadcasts to `room` so far are written; at once if none is under way. */
  whenSent(room: string, run: () => void): void {
    const jobs = [...this.#staff, ...this.#phones];
    const last = jobs.findLast(({ broadcast }) => broadcast.rooms.has(room));
    if (last) last.done.push(run);
    else run();
  }

  /** Calls `run` once nothing more is to be written, `LONGEST_WAIT` later if that takes longer; at once if nothing is. */
  whenIdle(run: () => void): void {
    if (!this.#turning) return run();
    if (this.#waiting.length === 0) this.#waitingSince = this.#ports.now();
    this.#waiting.push(run);
  }

  /** The next turn writes one slice and no more. */
  giveWay(): void {
    this.#givesWay = true;
  }

  #begin(): void {
    this.#ended = this.#ports.now();
    this.#turn();
  }

  /** Writes slices for as long as the loop served others since the last turn, then lets it turn again. */
  #turn(): void {
    const began = this.#ports.now();
    const share = this.#givesWay ? 0 : Math.min(LONGEST_TURN, began - this.#ended);
    this.#givesWay = false;
    do this.#turning = this.#slice();
    while (this.#turning && this.#ports.now() - began < share);
    this.#ended = this.#ports.now();
    if (this.#turning) this.#ports.soon(() => this.#turn());
    if (!this.#turning || this.#ended - this.#waitingSince > LONGEST_WAIT) this.#serveWaiting();
  }

  #serveWaiting(): void {
    for (const run of this.#waiting.splice(0)) run();
  }

  /** Writes one slice; false if there was none. */
  #slice(): boolean {
    const queue = this.#staff.length > 0 ? this.#staff : this.#phones;
    const job = queue[0];
    if (!job) return false;
    const { broadcast, targets } = job;
    const end = Math.min(job.next + this.#size, targets.length);
    for (; job.next < end; job.next += 1) {
      const target = targets[job.next];
      if (target === undefined) continue;
      if (broadcast.write(target)) this.#spared.delete(target);
      else this.#spare(target, broadcast);
    }
    if (job.next >= targets.length) {
      queue.shift();
      for (const run of job.done) run();
    }
    return true;
  }

  #spare(target: Target, broadcast: Broadcast<Target>): void {
    if (this.#spared.size === 0) this.#ports.later(SPARED_AGAIN, () => this.#offerAgain());
    this.#spared.set(target, broadcast);
  }

  /** A client that has missed other patches before this one sees so, and asks for a snapshot. */
  #offerAgain(): void {
    const jobs = new Map<Broadcast<Target>, Target[]>();
    for (const [target, broadcast] of this.#spared) {
      const targets = jobs.get(broadcast) ?? [];
      targets.push(target);
      jobs.set(broadcast, targets);
    }
    this.#spared = new Map();
    for (const [broadcast, targets] of jobs)
      this.#phones.push({ broadcast, targets, next: 0, done: [] });
    if (!this.#turning) this.#begin();
  }
}
