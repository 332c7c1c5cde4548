/**
 * The client's copy of its view. Snapshot and patches go in; what does not fit is answered with
 * `resync`, never applied.
 */
import type { Json, Patch, Snapshot } from '../wire/protocol';

export interface HeldView {
  readonly epoch: string;
  readonly revision: number;
  readonly documents: Readonly<Record<string, Json>>;
  readonly collections: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

export type PatchOutcome = 'applied' | 'already_held' | 'resync';

export class ViewStore {
  #held: HeldView | null = null;

  get held(): HeldView | null {
    return this.#held;
  }

  replace(snapshot: Snapshot): void {
    const older = this.#held?.epoch === snapshot.epoch && this.#held.revision > snapshot.revision;
    if (!older) this.#held = snapshot;
  }

  apply(patch: Patch): PatchOutcome {
    const held = this.#held;
    if (!held || patch.base > held.revision) return 'resync';
    if (patch.revision <= held.revision) return 'already_held';
    if (patch.base < held.revision) return 'resync';
    this.#held = {
      epoch: held.epoch,
      revision: patch.revision,
      documents: patch.documents ? { ...held.documents, ...patch.documents } : held.documents,
      collections: changeCollections(held.collections, patch),
    };
    return 'applied';
  }
}

function changeCollections(
  before: HeldView['collections'],
  { put, remove }: Patch,
): HeldView['collections'] {
  if (!put && !remove) return before;
  const after: Record<string, Readonly<Record<string, Json>>> = { ...before };
  for (const [name, items] of Object.entries(put ?? {})) {
    after[name] = { ...after[name], ...items };
  }
  for (const [name, ids] of Object.entries(remove ?? {})) {
    const items = { ...after[name] };
    for (const id of ids) delete items[id];
    after[name] = items;
  }
  return after;
}
