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

export interface MapPorts {
  /** Rejects if the hub was not reached. */
  readonly load: () => Promise<PlacedMap | null>;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** 0 to 1. */
  readonly chance: () => number;
}

export class MapSource {
  readonly #ports: MapPorts;
  #map = $state.raw<PlacedMap | null>(null);
  #failed = $state(false);
  #loading = $state(false);
  #notBefore = 0;

  constructor(ports: MapPorts) {
    this.#ports = ports;
  }

  /** The latest that has come. */
  get map(): PlacedMap | null {
    return this.#map;
  }
  /** True if the hub did not answer when it was last asked. */
  get failed(): boolean {
    return this.#failed;
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
      this.#map = await load();
      this.#failed = false;
    } catch {
      // The page says so and offers to try again.
      this.#failed = true;
    }
    this.#loading = false;
  }
}

export const mapSource = (forum: string): MapSource =>
  new MapSource({
    load: () => loadMap(forum),
    now: monotonicNow,
    chance: () => (randomBytes(1)[0] ?? 0) / 255,
  });

async function loadMap(forum: string): Promise<PlacedMap | null> {
  const answer = await fetch(`/api/forums/${encodeURIComponent(forum)}/opinions/map`, {
    cache: 'no-store',
  });
  const body: unknown = answer.ok ? await answer.json() : null;
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
