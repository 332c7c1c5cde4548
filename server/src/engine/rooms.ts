/** What a room gives the engine, and what the engine gives a room. */
import type { CommandOf, CommandType } from '@wenzheng/shared/forum/commands';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { Refusal } from '@wenzheng/shared/wire/protocol';
import type { Actor, EntryOf, PictureRef, WordRef } from '../journal/entry';
import type { Shown } from '../forum/admission';
import type { StoredFile } from '../forum/media';
import type { EntryType, NewEntry } from './entries';
import type { ForumState } from './state';
import type { Submission, Whereabouts } from './submission';

/** Whose vote it is, and where it was given: what stands in the entry beside the vote itself. */
export interface RecordedVote {
  readonly voter: string;
  readonly counter: number;
  /** Absent: online. */
  readonly hall?: true;
  /** Whose counter it is; absent: the voter's. */
  readonly stream?: string;
}
export const recordedVote = (
  { voter, stream, inHall }: NonNullable<Submission['vote']>,
  counter: number,
): RecordedVote => ({
  ...{ voter, counter },
  ...(inHall && { hall: true }),
  ...(stream !== voter && { stream }),
});

/** Everything that decide may know beside state and command; it reads no clock and draws no lots itself. */
export interface Context {
  readonly now: Instant;
  readonly actor: Actor;
  /** For votes: as it stands in the entry. */
  readonly vote: RecordedVote | null;
  /** For votes: it is given with an admission ticket. */
  readonly byTicket: boolean;
  /** Phones that were connected at some time since the poll that is open was opened. */
  readonly present: number;
  readonly whereabouts: Whereabouts;
  /** For `presentCode`: what was shown; null for no code of this forum. */
  readonly shown: Shown | null;
  random(length: number): Uint8Array;
  /** Puts words into the vault, in the same transaction as the entries. */
  keep(text: string): WordRef;
  /** Puts the picture that came with the command into the vault likewise; null if none came. */
  keepPicture(): PictureRef | null;
  /** For `addMedia`: the file that came before the command; null if none did. */
  readonly file: StoredFile | null;
  /** Reads words; null if they were erased. */
  read(ref: WordRef): string | null;
}

export type Decision = { readonly ok: true; readonly entries: readonly NewEntry[] } | Refusal;
export type Decide<T extends CommandType> = (
  state: ForumState,
  command: CommandOf<T>,
  context: Context,
) => Decision;
export type Decides<T extends CommandType> = { readonly [K in T]: Decide<K> };

/** Pure but for the state it is given; total; the same live and on replay. */
export type Evolves = {
  readonly [T in EntryType]?: (state: ForumState, entry: EntryOf<T>) => void;
};

export const accept = (...entries: readonly NewEntry[]): Decision => ({ ok: true, entries });
export const refuse = (
  code: Refusal['code'],
  detail: Omit<Refusal, 'ok' | 'code'> = {},
): Refusal => ({
  ok: false,
  code,
  ...detail,
});
