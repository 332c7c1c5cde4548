/** Logs refusals one by one while they are few, and by their number once they are many: a flood must not fill the disk. */
import type { FastifyBaseLogger } from 'fastify';

/** Of each code and route, so many are logged in one window (ms). */
const MOST = 20;
const WINDOW = 60_000;

interface Seen {
  readonly since: number;
  count: number;
}

export class RefusalLog {
  readonly #seen = new Map<string, Seen>();

  /** `route` is the pattern of a route, never an address; `now` is in milliseconds. */
  note(
    log: Pick<FastifyBaseLogger, 'warn'>,
    code: string,
    route: string | undefined,
    now: number,
  ): void {
    const key = `${code} ${route ?? ''}`;
    const before = this.#seen.get(key);
    if (before && now - before.since < WINDOW) {
      before.count += 1;
      if (before.count <= MOST) log.warn({ code, route }, 'refused');
      return;
    }
    if (before && before.count > MOST)
      log.warn({ code, route, more: before.count - MOST }, 'refused many times');
    this.#seen.set(key, { since: now, count: 1 });
    log.warn({ code, route }, 'refused');
  }
}
