/**
 * A picture that was replaced or taken away is erased from the vault once no undo can bring it back: until then
 * the state still names it.
 */
import { UNDO_MS } from '@wenzheng/shared/forum/undo';
import { z } from 'zod';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { Journal } from '../journal/port';
import type { Clock, Scheduler } from '../ports/ports';
import type { ForumEngine } from './forum-engine';
import type { ForumState } from './state';

/** What of a row of `slipPhotos` matters here, as undo keeps it. */
const photoRow = z.object({ picture: z.object({ id: z.string() }) });

export interface SweepPorts {
  readonly engine: ForumEngine;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly fault: (error: unknown) => void;
}

const AFTER_MS = UNDO_MS + 1_000;

export class PictureSweep {
  readonly #ports: SweepPorts;
  #cancel: () => void = () => undefined;

  constructor(ports: SweepPorts) {
    this.#ports = ports;
  }

  /** Pictures may have lost their names: looks for them after a while. */
  soon(): void {
    this.#cancel();
    this.#cancel = this.#ports.scheduler.later(AFTER_MS, () =>
      this.#ports.engine.afterCommit(() => void this.#sweep()),
    );
  }

  stop(): void {
    this.#cancel();
  }

  async #sweep(): Promise<void> {
    const { engine, journal, clock, fault } = this.#ports;
    try {
      // Never by a state that lags behind the journal: what is named there must stay.
      if ((await journal.head()) !== engine.head) return;
      await journal.erasePicturesBut(namedPictures(engine.state, clock.now()));
    } catch (error) {
      fault(error);
    }
  }
}

/** Ids of the pictures that stand somewhere, or can come back by an undo. */
export function namedPictures(state: ForumState, now: Instant): ReadonlySet<string> {
  const named = new Set<string>();
  for (const [, { picture }] of state.slipPhotos.entries()) named.add(picture.id);
  for (const { at, changes } of state.undoable.value) {
    if (now - at > UNDO_MS) continue;
    for (const { table, before } of changes) {
      const row = table === state.slipPhotos.name ? photoRow.safeParse(before).data : undefined;
      if (row) named.add(row.picture.id);
    }
  }
  return named;
}
