/** Tells host and organisers who is present: a crowd that comes in is worked into their views together. */
import type { ForumRoom } from '../live/room';
import type { Scheduler } from '../ports/ports';

const RECOUNT_MS = 50;

export class Recount {
  readonly #scheduler: Scheduler;
  /** Rooms in which the count has changed, with what calls the telling off. */
  readonly #waiting = new Map<ForumRoom, () => void>();

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  /** Somebody came to `room` or left. */
  changed(room: ForumRoom): void {
    if (this.#waiting.has(room)) return;
    const tell = (): void => {
      this.#waiting.delete(room);
      room.publish(new Map([['presence', new Map()]]), ['host', 'admin']);
    };
    this.#waiting.set(room, this.#scheduler.later(RECOUNT_MS, tell));
  }

  stop(): void {
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }
}
