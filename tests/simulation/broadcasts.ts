/**
 * What the simulated hub sends to many: in the hub's own slices, but of two, so that few people suffice for
 * commits, joins, leaves and crashes to fall between them.
 */
import { Slices } from '@wenzheng/server/src/live/slices';
import type { Role } from '@wenzheng/shared/forum/access';
import type { Dice } from '../support/dice';
import type { Frame } from './frame';
import type { Guest } from './hub';
import type { Timeline } from './timeline';

export interface BroadcastPorts {
  readonly timeline: Timeline;
  readonly dice: Dice;
  /** False once the hub that sends them has died. */
  readonly isUp: () => boolean;
}

const SLICE = 2;
/** What writing one frame to one client costs (ms). */
const WRITING = 0.4;
/** The longest that one turn of the event loop takes (ms). */
const LONGEST_TURN = 4;

export class Broadcasts {
  readonly #slices: Slices<Guest>;
  #written = 0;

  constructor({ timeline, dice, isUp }: BroadcastPorts) {
    const alive = (run: () => void) => (): void => {
      if (isUp()) run();
    };
    const ports = {
      now: () => timeline.now + this.#written * WRITING,
      soon: (run: () => void) =>
        void timeline.laterAtOnce(dice.between(0, LONGEST_TURN), alive(run)),
      later: (ms: number, run: () => void) => void timeline.laterAtOnce(ms, alive(run)),
    };
    this.#slices = new Slices(ports, SLICE);
  }

  /** Sends `frame` to `guests` of `role`; `tallies` may come late to those who read slowly. */
  send(role: Role, guests: readonly Guest[], frame: Frame, tallies: boolean): void {
    this.#slices.send({
      rooms: new Set([role]),
      targets: guests,
      toPhones: role === 'audience',
      write: (guest) => this.#write(guest, frame, tallies),
    });
  }

  /** Calls `run` once all that was sent to `role` so far is written. */
  whenSent(role: Role, run: () => void): void {
    this.#slices.whenSent(role, run);
  }

  /** False if the client is too slow for these tallies, as for a socket with a backlog. */
  #write({ line, deliver }: Guest, frame: Frame, tallies: boolean): boolean {
    this.#written += 1;
    if (!line.hubOpen) return true;
    if (tallies && line.slow) return false;
    if (line.flooded) line.closeByHub();
    else line.toClient(() => deliver(frame));
    return true;
  }
}
