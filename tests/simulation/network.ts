/**
 * Connections that delay, stall and break. Within one connection the order is kept, as TCP does; between
 * two nothing is promised. The two ends notice a break at different times, and what was on its way up may
 * still arrive at a hub that believes the old connection alive.
 */
import type { HubToClient } from '@wenzheng/shared/wire/protocol';
import type { Dice } from '../support/dice';
import type { Timeline } from './timeline';

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

export class Line {
  readonly #ports: LinePorts;
  #up = 0;
  #down = 0;
  #slowUntil = 0;
  #spared: (() => void) | null = null;
  #clientOpen = true;
  #hubOpen = true;
  /** Since the break: do frames under way still reach the hub? */
  #broken: 'no' | 'up_arrives' | 'nothing_arrives' = 'no';

  constructor(ports: LinePorts) {
    this.#ports = ports;
  }

  /** Does the hub know that this connection reads slowly? */
  get slow(): boolean {
    return this.#ports.timeline.now < this.#slowUntil;
  }
  get broken(): boolean {
    return this.#broken !== 'no';
  }
  /** Nothing comes down quickly for `ms`. */
  stall(ms: number): void {
    const { timeline } = this.#ports;
    this.#slowUntil = timeline.now + ms;
    timeline.later(ms, () => {
      if (this.slow || !this.#spared) return;
      this.toClient(this.#spared);
      this.#spared = null;
    });
  }
  /** Leaves this frame out; the newest such follows once the connection reads quickly again. */
  spare(run: () => void): void {
    this.#spared = run;
  }

  toHub(run: () => void): void {
    if (this.broken) return;
    const { timeline } = this.#ports;
    this.#up = Math.max(this.#up, timeline.now + this.#delay());
    timeline.later(this.#up - timeline.now, () => {
      if (this.#hubOpen && this.#broken !== 'nothing_arrives') run();
    });
  }

  toClient(run: () => void): void {
    if (this.broken) return;
    const { timeline, dice } = this.#ports;
    const delay = this.#delay() + (this.slow ? dice.between(200, 2_000) : 0);
    this.#down = Math.max(this.#down, timeline.now + delay);
    timeline.later(this.#down - timeline.now, () => {
      if (this.#clientOpen && !this.broken) run();
    });
  }

  /** Breaks without a word; both ends notice at some time `within` so many milliseconds. */
  cut(within: number): void {
    if (this.broken) return;
    const { timeline, dice } = this.#ports;
    this.#broken = dice.chance(0.5) ? 'up_arrives' : 'nothing_arrives';
    timeline.later(dice.between(0, within), () => this.#loseClient());
    timeline.later(dice.between(0, within), () => this.loseHub());
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

  #loseClient(): void {
    if (!this.#clientOpen) return;
    this.#clientOpen = false;
    this.#ports.clientLost();
  }

  #delay(): number {
    const { dice } = this.#ports;
    return dice.chance(0.03) && !this.#ports.calm() ? dice.between(80, 900) : dice.between(1, 25);
  }
}

export type HubEvent = keyof HubToClient;
/** One event of the hub as it travels; what goes to many is encoded once. */
export interface Frame {
  readonly event: HubEvent;
  readonly json: string;
  readonly args: unknown;
}
const encoded = new WeakMap<object, Frame>();

export function encodeFrame(event: HubEvent, args: readonly [object, ...unknown[]]): Frame {
  const known = encoded.get(args[0]);
  if (known) return known;
  const json = JSON.stringify(args);
  const frame = { event, json, args: JSON.parse(json) };
  encoded.set(args[0], frame);
  return frame;
}
