/**
 * States out of snapshots, read while the database is still being looked at: whether they belong to its journals can
 * only be told after that.
 */
import { forumsWithSnapshot, readSnapshot, snapshotFile } from '../journal/snapshots';
import { loadState, type ForumState } from './state';

/** Where a forum starts from. */
export interface StateAt {
  readonly state: ForumState;
  /** Number of the last entry folded in. */
  readonly head: number;
}
type DigestAt = (seq: number) => string | null;

export class StatesAhead {
  readonly #folder: string;
  readonly #read = new Map<string, StateAt & { readonly digest: string }>();

  /** `folder` is the data folder. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Reads all snapshots that there are. */
  read(): void {
    for (const forum of forumsWithSnapshot(this.#folder)) {
      const snapshot = readSnapshot(snapshotFile(this.#folder, forum), null);
      if (!snapshot) continue;
      const { head, digest, tables } = snapshot;
      this.#read.set(forum, { head, digest, state: loadState(tables) });
    }
  }
  /** What nobody has taken belongs to no forum of the database. */
  forget(): void {
    this.#read.clear();
  }

  /** Gives away the state of `forum`: the one read before, or read now; null without a snapshot of this journal. */
  take(forum: string, digestAt: DigestAt): StateAt | null {
    const before = this.#read.get(forum);
    this.#read.delete(forum);
    if (before && before.digest === digestAt(before.head)) return before;
    const snapshot = readSnapshot(snapshotFile(this.#folder, forum), digestAt);
    return snapshot && { head: snapshot.head, state: loadState(snapshot.tables) };
  }
}
