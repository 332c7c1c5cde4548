/** What the engine needs of a journal and of the vault beside it. SQLite and the simulation fit behind it. */
import type { Entry } from './entry';
import type { Picture } from './picture';

/** Words to be kept in the vault together with the entries that refer to them. */
export interface KeptWords {
  readonly id: string;
  /** 128 bits. */
  readonly salt: Uint8Array;
  readonly text: string;
}

/** A picture to be kept in the vault together with the entry that refers to it. */
export interface KeptPicture {
  readonly id: string;
  /** 128 bits. */
  readonly salt: Uint8Array;
  readonly picture: Picture;
}
export type Kept = KeptWords | KeptPicture;

/** Entries that a start takes out of the journal and folds at once. */
export const READ_AT_ONCE = 1_000;

export interface Journal {
  /**
   * Makes `entries` and what is `kept` in the vault durable in one transaction. `expectedHead` is the number of the last
   * entry that the writer knows; a journal whose head is another refuses with HeadMoved.
   * Rejects with StorageFull, StorageFailed or HeadMoved; after a rejection read `head` again.
   */
  append(entries: readonly Entry[], kept: readonly Kept[], expectedHead: number): Promise<void>;
  /** Entries from number `from` on, at most `limit`, in order. Rejects with JournalDamaged. */
  read(from: number, limit: number): Promise<readonly Entry[]>;
  /** Number of the last entry, 0 for an empty journal. */
  head(): Promise<number>;
  /** Erases the pictures of the forum whose ids are not `named`. Rejects as `append` does. */
  erasePicturesBut(named: ReadonlySet<string>): Promise<void>;
}

export interface Vault {
  /** All words of the forum, erased ones left out. */
  words(): Promise<Iterable<readonly [id: string, text: string]>>;
  /** Null if it was erased, or never was. */
  picture(id: string): Promise<Picture | null>;
}

export class StorageFull extends Error {}
export class StorageFailed extends Error {}
/** The database is not as SQLite wrote it. */
export class StorageDamaged extends StorageFailed {}
/** What was read is not what was written; `message` names it. */
export class JournalDamaged extends Error {}
/** What was read is what a newer hub has written, of things that this one does not know. */
export class JournalTooNew extends Error {}
export class HeadMoved extends Error {}
