/** What the engine needs of a journal and of the vault beside it. SQLite and the simulation fit behind it. */
import type { Entry } from './entry';

/** Words to be kept in the vault together with the entries that refer to them. */
export interface KeptWords {
  readonly id: string;
  /** 128 bits. */
  readonly salt: Uint8Array;
  readonly text: string;
}

export interface Journal {
  /**
   * Makes `entries` and `words` durable in one transaction. `expectedHead` is the number of the last
   * entry that the writer knows; a journal whose head is another refuses with HeadMoved.
   * Rejects with StorageFull, StorageFailed or HeadMoved; after a rejection read `head` again.
   */
  append(
    entries: readonly Entry[],
    words: readonly KeptWords[],
    expectedHead: number,
  ): Promise<void>;
  /** Entries from number `from` on, at most `limit`, in order. Rejects with JournalDamaged. */
  read(from: number, limit: number): Promise<readonly Entry[]>;
  /** Number of the last entry, 0 for an empty journal. */
  head(): Promise<number>;
}

export interface Vault {
  /** All words of the forum, erased ones left out. */
  words(): Promise<Iterable<readonly [id: string, text: string]>>;
}

export class StorageFull extends Error {}
export class StorageFailed extends Error {}
/** The database is not as SQLite wrote it. */
export class StorageDamaged extends StorageFailed {}
/** What was read is not what was written; `message` names it. */
export class JournalDamaged extends Error {}
export class HeadMoved extends Error {}
