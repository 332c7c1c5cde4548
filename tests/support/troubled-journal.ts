/** A journal in memory whose next write can be held back, refused, or written and reported as failed. */
import type { Entry } from '@wenzheng/server/src/journal/entry';
import { StorageFailed, StorageFull, type Kept } from '@wenzheng/server/src/journal/port';
import { MemoryJournal } from './memory-journal';

export type Fate = 'done' | 'held' | 'full' | 'lost' | 'written_but_failed';

export class TroubledJournal extends MemoryJournal {
  fate: Fate = 'done';
  readable = true;
  /** How many entries each write had. */
  readonly writes: number[] = [];
  #release: (() => void)[] = [];

  /** Lets what is held back be written. */
  release(): void {
    for (const go of this.#release.splice(0)) go();
  }

  override async append(
    entries: readonly Entry[],
    kept: readonly Kept[],
    expectedHead: number,
  ): Promise<void> {
    const { fate } = this;
    this.writes.push(entries.length);
    if (fate === 'held') await new Promise<void>((go) => void this.#release.push(go));
    if (fate === 'full') throw new StorageFull('full');
    if (fate !== 'lost') this.write(entries, kept, expectedHead);
    if (fate === 'lost' || fate === 'written_but_failed') throw new StorageFailed('failed');
  }
  override async head(): Promise<number> {
    if (!this.readable) throw new StorageFailed('cannot read');
    return this.size;
  }
}
