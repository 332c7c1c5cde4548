/**
 * The client's estimate of the hub's time, after Cristian's algorithm: of several probes the one with
 * the smallest round trip tells the offset best. Corrections are slewed, so that a clock on a screen
 * never jumps; only the first estimate and gaps of more than two seconds are taken at once.
 */
import { instant, type Instant } from './instant';

interface Sample {
  readonly offset: number;
  readonly roundTrip: number;
  readonly takenAt: number;
}

const KEEP_FOR_MS = 5 * 60_000;
const JUMP_MS = 2_000;
/** How far honest clocks may drift apart while samples are kept. */
const DRIFT_MS = 30;
/** Slew: at most 5 % faster or slower than the local clock. */
const SLEW = 0.05;

export class ServerTime {
  readonly #local: () => number;
  #samples: Sample[] = [];
  #offset: number | null = null;
  #slewFrom = 0;
  #slewStart = 0;

  /** `local` is a monotonic clock in milliseconds; its zero does not matter. */
  constructor(local: () => number) {
    this.#local = local;
  }

  /** True once there is a probe. */
  get known(): boolean {
    return this.#offset !== null;
  }

  /**
   * How far off the best probe can be (ms), half its round trip; Infinity before there is one. While a correction is
   * slewed, `now` may be further off.
   */
  get uncertainty(): number {
    return Math.min(...this.#samples.map((each) => each.roundTrip)) / 2;
  }

  /** Takes in one probe, or a greeting that serves as one: sent and answered at local times, `hub` the hub's time in between. */
  addProbe(sentAt: number, hub: Instant, answeredAt: number): void {
    // A local clock that ran backwards in between tells nothing.
    if (answeredAt < sentAt) return;
    const sample = {
      offset: hub - (sentAt + answeredAt) / 2,
      roundTrip: answeredAt - sentAt,
      takenAt: answeredAt,
    };
    // A sample that the newest contradicts was taken before one of the two clocks stood still (a device
    // that slept): half the round trip is all that an honest one can be off.
    const agree = (each: Sample): boolean =>
      Math.abs(each.offset - sample.offset) <= (each.roundTrip + sample.roundTrip) / 2 + DRIFT_MS;
    this.#samples = [...this.#samples, sample]
      .filter((each) => answeredAt - each.takenAt <= KEEP_FOR_MS && agree(each))
      .slice(-16);
    const best = this.#samples.reduce((a, b) => (b.roundTrip < a.roundTrip ? b : a));
    const current = this.#offset === null ? null : this.#offsetAt(answeredAt);
    this.#slewStart = answeredAt;
    this.#slewFrom =
      current === null || Math.abs(best.offset - current) > JUMP_MS ? best.offset : current;
    this.#offset = best.offset;
  }

  /** Forgets all probes but goes on counting: after a reconnection the hub may be another. */
  restart(): void {
    this.#samples = [];
  }

  /** The hub's time now; before the first probe an instant near zero (see `known`). */
  now(): Instant {
    const local = this.#local();
    return instant(local + this.#offsetAt(local));
  }

  /** Local milliseconds from now until the hub's time reaches `moment`; never negative. */
  until(moment: Instant): number {
    const local = this.#local();
    return Math.max(0, moment - (local + this.#offsetAt(local)));
  }

  #offsetAt(local: number): number {
    const target = this.#offset ?? 0;
    const gap = target - this.#slewFrom;
    const allowed = Math.max(0, local - this.#slewStart) * SLEW;
    return Math.abs(gap) <= allowed ? target : this.#slewFrom + Math.sign(gap) * allowed;
  }
}
