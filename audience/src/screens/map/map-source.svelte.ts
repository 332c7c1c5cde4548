/**
 * The map of opinion as this phone has it: asked for when somebody wants to see it, and again once there is a newer one,
 * but neither often nor by all phones at once. A map that was here stays until another has come.
 */
import type { PlacedMap } from '@wenzheng/shared/forum/opinion-map';
import type { Instant } from '@wenzheng/shared/time/instant';
import { monotonicNow, randomBytes } from '@wenzheng/shared/time/system';

/** From one question to the next at least, and up to so much more by chance. */
const EVERY_MS = 10_000;
const SPREAD_MS = 5_000;
/** What has not come by then will not come: a weak network can keep a question for minutes. */
const PATIENCE_MS = 10_000;

export interface MapPorts {
  /** Rejects if the hub was not reached, with `MapRefused` if it would not. */
  readonly load: (given: AbortSignal) => Promise<PlacedMap | null>;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** 0 to 1. */
  readonly chance: () => number;
}

/** The hub answered, but with no map. */
export class MapRefused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`no map: ${status}`);
    this.status = status;
  }
}

export class MapSource {
  readonly #ports: MapPorts;
  #map = $state.raw<PlacedMap | null>(null);
  #failed = $state(false);
  #status = $state<number | null>(null);
  #loading = $state(false);
  #notBefore = 0;

  constructor(ports: MapPorts) {
    this.#ports = ports;
  }

  /** The latest that has come. */
  get map(): PlacedMap | null {
    return this.#map;
  }
  /** True if no map came when the hub was last asked. */
  get failed(): boolean {
    return this.#failed;
  }
  /** The HTTP status if it failed although the hub answered; null if it was not reached. */
  get status(): number | null {
    return this.#status;
  }
  /** True while an answer is waited for. */
  get loading(): boolean {
    return this.#loading;
  }

  /** Sees to it that a map as new as `at` is here, in a while. Call in an effect while the map is looked at. */
  follow(at: Instant | null): (() => void) | undefined {
    const isHere = this.#map !== null && at !== null && this.#map.at >= at;
    if (at === null || isHere || this.#loading) return undefined;
    const wait = Math.max(0, this.#notBefore - this.#ports.now());
    const timer = setTimeout(() => void this.load(), wait);
    return () => clearTimeout(timer);
  }

  /** Asks for it now. */
  async load(): Promise<void> {
    if (this.#loading) return;
    const { load, now, chance } = this.#ports;
    this.#loading = true;
    this.#notBefore = now() + EVERY_MS + chance() * SPREAD_MS;
    try {
      this.#map = await inTime(load);
      this.#failed = false;
    } catch (error) {
      // The page says so and offers to try again.
      this.#failed = true;
      this.#status = error instanceof MapRefused ? error.status : null;
    }
    this.#loading = false;
  }
}

/** Rejects when it takes too long, even if what was asked does not heed being told to stop. */
function inTime<Result>(ask: (given: AbortSignal) => Promise<Result>): Promise<Result> {
  const stop = new AbortController();
  return new Promise<Result>((resolve, reject) => {
    const timer = setTimeout(() => {
      stop.abort();
      reject(new Error('too slow'));
    }, PATIENCE_MS);
    ask(stop.signal)
      .finally(() => clearTimeout(timer))
      .then(resolve, reject);
  });
}

export const mapSource = (forum: string): MapSource =>
  new MapSource({
    load: (given) => loadMap(forum, given),
    now: monotonicNow,
    chance: () => (randomBytes(1)[0] ?? 0) / 255,
  });

async function loadMap(forum: string, signal: AbortSignal): Promise<PlacedMap | null> {
  const path = `/api/forums/${encodeURIComponent(forum)}/opinions/map`;
  const answer = await fetch(path, { cache: 'no-store', signal });
  if (!answer.ok) throw new MapRefused(answer.status);
  const body: unknown = await answer.json();
  if (!isMap(body)) throw new Error('no map');
  return body.map;
}

/** Whether the hub sent what the screen reads; zod is too heavy for a phone. */
const isMap = (body: unknown): body is { map: PlacedMap | null } =>
  typeof body === 'object' &&
  body !== null &&
  'map' in body &&
  (body.map === null ||
    (typeof body.map === 'object' &&
      'at' in body.map &&
      'shared' in body.map &&
      'groups' in body.map &&
      'where' in body.map &&
      Array.isArray(body.map.shared) &&
      Array.isArray(body.map.groups)));
