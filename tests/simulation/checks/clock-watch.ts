/** The hub's time goes on exactly as time does, whatever becomes of wall clock and process. */
import type { Anchor, HubClock } from '@wenzheng/server/src/ports/hub-clock';
import type { Findings } from '../findings';

/** Instants are whole milliseconds. */
const ROUNDING_MS = 1;

export class ClockWatch {
  readonly #findings: Findings;
  /** How it was when it was first looked at after the machine had been booted. */
  #first: Anchor | null = null;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  look(clock: HubClock): void {
    const now = { ...clock.anchor(), hubMs: clock.now() };
    if (this.#first?.bootId !== now.bootId) this.#first = now;
    const { hubMs, monotonicMs } = this.#first;
    const moved = now.hubMs - hubMs - (now.monotonicMs - monotonicMs);
    this.#findings.check(
      Math.abs(moved) <= ROUNDING_MS,
      () => `the hub's time has moved by ${Math.round(moved)} ms more than went by`,
    );
  }
}
