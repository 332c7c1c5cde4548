/**
 * Connections that delay, stall and break. Within one connection the order is kept, as TCP does: a packet
 * that is lost comes late, with everything behind it, or takes the connection along. Between two connections
 * nothing is promised. The two ends notice a break at different times, and what was on its way up may still
 * arrive at a hub that believes the old connection alive.
 */
import type { Dice } from '../support/dice';
import type { Timeline } from './timeline';

export type { Frame } from './frame';

export interface LinePorts {
  readonly timeline: Timeline;
  readonly dice: Dice;
  /** Nothing takes unusually long any more. */
  readonly calm: () => boolean;
  /** Each end is told once, when it notices. */
  readonly clientLost: () => void;
  readonly hubLost: () => void;
}

/** Longest time until a dead connection is noticed (ms). */
export const NOTICED_WITHIN = 9_500;
/** One packet in so many is lost and sent again (after so many ms). */
const LOST = 0.03;
const SENT_AGAIN = [80, 900] as const;
/** Frames that wait for a client: beyond these it counts as slow, or is not served any longer. */
const SLOW_FROM = 4;
const TOO_MANY = 60;

/** One way of a connection: open; what is under way still arrives; nothing arrives. */
type Way = 'open' | 'drains' | 'dead';

export class Line {
  readonly #ports: LinePorts;
  /** When the last frame of each way arrives: the next comes no sooner. */
  #upAt = 0;
  #downAt = 0;
  #up: Way = 'open';
  #down: Way = 'open';
  #readsFrom = 0;
  #unread = 0;
  #clientOpen = true;
  #hubOpen = true;

  constructor(ports: LinePorts) {
    this.#ports = ports;
  }

  /** Does the hub know that this connection reads slowly? */
  get slow(): boolean {
    return this.#unread > SLOW_FROM;
  }
  /** So much waits for this client that the hub gives it up. */
  get flooded(): boolean {
    return this.#unread > TOO_MANY;
  }
  /** The hub has not noticed that it is gone. */
  get hubOpen(): boolean {
    return this.#hubOpen;
  }
  get broken(): boolean {
    return this.#up !== 'open' || this.#down !== 'open';
  }

  /** The client reads nothing for `ms`. */
  stall(ms: number): void {
    this.#readsFrom = this.#ports.timeline.now + ms;
  }

  toHub(run: () => void): void {
    if (this.#up !== 'open') return;
    const { timeline } = this.#ports;
    this.#upAt = Math.max(this.#upAt, timeline.now + this.#delay());
    timeline.later(this.#upAt - timeline.now, () => {
      if (this.#hubOpen && this.#up !== 'dead') run();
    });
  }

  toClient(run: () => void): void {
    const { timeline } = this.#ports;
    this.#carryDown(run, (ms, arrive) => timeline.laterAtOnce(ms, arrive));
  }
  /** What a promise of the client waits for. */
  answerClient(run: () => void): void {
    const { timeline } = this.#ports;
    this.#carryDown(run, (ms, arrive) => timeline.later(ms, arrive));
  }

  #carryDown(run: () => void, later: (ms: number, arrive: () => void) => void): void {
    if (this.#down !== 'open') return;
    const { now } = this.#ports.timeline;
    this.#downAt = Math.max(this.#downAt, now + this.#delay(), this.#readsFrom);
    this.#unread += 1;
    later(this.#downAt - now, () => {
      this.#unread -= 1;
      if (this.#clientOpen && this.#down !== 'dead') run();
    });
  }

  /** Breaks without a word; both ends notice at some time `within` so many milliseconds. */
  cut(within: number): void {
    if (this.broken) return;
    const { dice } = this.#ports;
    const way = (): Way => (dice.chance(0.5) ? 'drains' : 'dead');
    [this.#up, this.#down] = [way(), way()];
    this.#notice(within);
  }

  /** One way breaks, the other goes on until the end that hears nothing notices. */
  halve(within: number): void {
    if (this.broken) return;
    if (this.#ports.dice.chance(0.5)) this.#up = 'dead';
    else this.#down = 'dead';
    this.#notice(within);
  }

  /** The page at this end is closed. */
  hangUp(): void {
    this.#clientOpen = false;
    this.cut(NOTICED_WITHIN);
  }

  /** The hub's end is gone, be it that it noticed or that it died. */
  loseHub(): void {
    if (!this.#hubOpen) return;
    this.#hubOpen = false;
    this.cut(NOTICED_WITHIN);
    this.#ports.hubLost();
  }

  /** The hub closes this connection, and says so. */
  closeByHub(): void {
    const { timeline, dice } = this.#ports;
    timeline.later(dice.between(0, 5), () => this.loseHub());
  }

  #loseClient(): void {
    if (!this.#clientOpen) return;
    this.#clientOpen = false;
    this.#ports.clientLost();
  }

  #notice(within: number): void {
    const { timeline, dice } = this.#ports;
    timeline.laterAtOnce(dice.between(0, within), () => this.#loseClient());
    timeline.laterAtOnce(dice.between(0, within), () => this.loseHub());
  }

  #delay(): number {
    const { dice, calm } = this.#ports;
    const lost = dice.chance(LOST) && !calm();
    return lost ? dice.between(...SENT_AGAIN) : dice.between(1, 25);
  }
}
