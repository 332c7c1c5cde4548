/** What this display is told beside following the stage, and the picture that it keeps while it is told to. */
import type { Assignment } from '@wenzheng/shared/forum/displays';
import type { TimeSource } from '@wenzheng/shared/live/ticking.svelte';
import type { Instant } from '@wenzheng/shared/time/instant';
import { clearWindow, readWindow, writeWindow } from './window-store';

/** What every layout is sent of this. */
export interface Told {
  readonly assignments: readonly Assignment[];
  readonly emergency: object | null;
}

export const ownAssignment = ({ assignments }: Told, display: string): Assignment | null =>
  assignments.find((each) => each.display === display) ?? null;

/** A picture that stands still, from `since` on: whatever is on it, and when it was. */
interface Still<D> {
  readonly since: Instant;
  readonly documents: D;
  readonly at: Instant;
}

/** Time that has stopped at `at`. */
const stopped = (at: Instant): TimeSource => ({
  ...{ timeKnown: true, still: true, now: () => at },
  until: () => Infinity,
});

export interface Shown<D> {
  readonly documents: D;
  readonly time: TimeSource;
  /** When it began to stand still; null while it follows. */
  readonly still: Instant | null;
}

/**
 * Keeps the picture that was shown when the display was told to, also over a reload of the page. It stands in the
 * window's own store, which goes with the window: words of citizens must not stay on the device.
 */
export class Stills<D extends Told> {
  readonly #key: string;
  #last: D | null = null;
  #kept: Still<D> | null = null;

  constructor(display: string) {
    this.#key = `wz.still.${display}`;
  }

  /** What is shown of `documents`, which the hub has sent last. */
  shown(documents: D, own: Assignment | null, time: TimeSource): Shown<D> {
    if (own?.shows !== 'still' || documents.emergency !== null) {
      if (own?.shows !== 'still') this.#forget();
      this.#last = documents;
      return { documents, time, still: null };
    }
    const kept = this.#keep(documents, own.since, time);
    return { documents: kept.documents, time: stopped(kept.at), still: own.since };
  }

  #keep(documents: D, since: Instant, time: TimeSource): Still<D> {
    if (this.#kept?.since === since) return this.#kept;
    const stored = readWindow(this.#key);
    const kept = isStill<D>(stored, since)
      ? stored
      : { since, documents: this.#last ?? documents, at: time.now() };
    this.#kept = kept;
    writeWindow(this.#key, kept);
    return kept;
  }

  #forget(): void {
    if (this.#kept === null) return;
    this.#kept = null;
    clearWindow(this.#key);
  }
}

/** Nobody but this page writes there; whether it is what is looked for is told by when it was. */
const isStill = <D>(stored: unknown, since: Instant): stored is Still<D> =>
  typeof stored === 'object' &&
  stored !== null &&
  'since' in stored &&
  stored.since === since &&
  'documents' in stored;
