/** Tells those who lead who is present: a crowd that comes in is worked into their views together. */
import type { Role } from '@wenzheng/shared/forum/access';
import type { ForumRoom } from '../live/room';
import type { Scheduler } from '../ports/ports';
import type { LiveFact } from './views';

const RECOUNT_MS = 50;
/** Who is told how many are there: by themselves, or as those who could vote. */
export const TOLD_WHO_IS_HERE: readonly Role[] = ['display', 'host', 'admin', 'moderator'];

interface Waiting {
  readonly facts: Set<LiveFact>;
  readonly callOff: () => void;
}

export class Recount {
  readonly #scheduler: Scheduler;
  readonly #waiting = new Map<ForumRoom, Waiting>();

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  /** Somebody came to `room` or left, which changed `facts`. */
  changed(room: ForumRoom, facts: readonly LiveFact[]): void {
    const waiting = this.#waiting.get(room);
    if (waiting) {
      for (const fact of facts) waiting.facts.add(fact);
      return;
    }
    const gathered = new Set(facts);
    const tell = (): void => {
      this.#waiting.delete(room);
      const changes = new Map([...gathered].map((fact) => [fact, new Map<string, unknown>()]));
      room.publish(changes, TOLD_WHO_IS_HERE);
    };
    const callOff = this.#scheduler.later(RECOUNT_MS, tell);
    this.#waiting.set(room, { facts: gathered, callOff });
  }

  stop(): void {
    for (const { callOff } of this.#waiting.values()) callOff();
    this.#waiting.clear();
  }
}
