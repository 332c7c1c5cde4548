/**
 * A journal entry: one recorded fact of a forum. Its bytes are canonical (RFC 8785) from the first
 * entry on, so that a ledger can hash them. People's words are never in it, only their commitments.
 */
import canonicalize from 'canonicalize';
import type { Role } from '@wenzheng/shared/forum/access';
import type { CommandType } from '@wenzheng/shared/forum/commands';
import type { CommandId } from '@wenzheng/shared/wire/protocol';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { EntryData, EntryType } from '../engine/entries';
import { JournalTooNew } from './port';

export const ENTRY_VERSION = 1;

export interface Actor {
  readonly role: Role;
  /** Staff: id of the session. Audience: pseudonym of the device as an asker. */
  readonly id: string;
}

interface Envelope {
  readonly v: typeof ENTRY_VERSION;
  readonly forum: string;
  /** From 1, without gaps, for each forum. */
  readonly seq: number;
  /** Number of the first entry of the same command. */
  readonly first: number;
  readonly at: Instant;
  /** Null for a vote: nothing beside it may tell whose it is. */
  readonly actor: Actor | null;
  readonly command: { readonly id: CommandId; readonly type: CommandType } | null;
}

export type EntryOf<T extends EntryType> = Envelope & {
  readonly type: T;
  readonly data: EntryData[T];
};
export type Entry = { [T in EntryType]: EntryOf<T> }[EntryType];

/** Words of a person in the vault, addressed by id and by a salted commitment. */
export interface WordRef {
  readonly id: string;
  /** SHA-256 of salt and UTF-8 text, base64url. */
  readonly commitment: string;
}

/** A picture in the vault; its commitment is over salt and bytes. */
export type PictureRef = WordRef;

export type VoteEntry = Extract<
  Entry,
  {
    type:
      'questionSupported' | 'statementAnswered' | 'answerRated' | 'ballotCast' | 'unclearMarked';
  }
>;
/** Recorded under a pseudonym, with a counter of its own. */
export const isVoteEntry = (entry: Entry): entry is VoteEntry =>
  entry.type === 'questionSupported' ||
  entry.type === 'statementAnswered' ||
  entry.type === 'answerRated' ||
  entry.type === 'ballotCast' ||
  entry.type === 'unclearMarked';

export const encodeEntry = (entry: Entry): string => {
  if (entry.actor === null && entry.command === null) {
    if (entry.type === 'questionSupported') return encodeSupport(entry);
    if (entry.type === 'statementAnswered') return encodeAnswer(entry);
    if (entry.type === 'answerRated') return encodeRating(entry);
  }
  const bytes = canonicalize(entry);
  if (bytes === undefined) throw new Error('an entry must be a JSON value');
  return bytes;
};

/** Votes come by the thousand a second and always have the same keys: their canonical form is written out. */
const encodeSupport = (entry: EntryOf<'questionSupported'>): string => {
  const { counter, hall, on, question, stream, voter } = entry.data;
  const fields = `"counter":${counter}${hallField(hall)},"on":${on},"question":${JSON.stringify(question)}`;
  return encodeVote(entry, `{${fields}${streamField(stream)},"voter":${JSON.stringify(voter)}}`);
};
const encodeAnswer = (entry: EntryOf<'statementAnswered'>): string => {
  const { answer, counter, hall, statement, stream, voter } = entry.data;
  const fields = `"answer":${JSON.stringify(answer)},"counter":${counter}${hallField(hall)}`;
  const about = `"statement":${JSON.stringify(statement)}${streamField(stream)}`;
  return encodeVote(entry, `{${fields},${about},"voter":${JSON.stringify(voter)}}`);
};
const encodeRating = (entry: EntryOf<'answerRated'>): string => {
  const { answer, counter, face, hall, stream, voter } = entry.data;
  const fields = `"answer":${JSON.stringify(answer)},"counter":${counter},"face":${JSON.stringify(face)}`;
  const whose = `${hallField(hall)}${streamField(stream)},"voter":${JSON.stringify(voter)}`;
  return encodeVote(entry, `{${fields}${whose}}`);
};
const hallField = (hall: true | undefined): string => (hall ? ',"hall":true' : '');
const streamField = (stream: string | undefined): string =>
  stream === undefined ? '' : `,"stream":${JSON.stringify(stream)}`;
const encodeVote = ({ at, first, forum, seq, type, v }: VoteEntry, data: string): string =>
  `{"actor":null,"at":${at},"command":null,"data":${data},"first":${first},` +
  `"forum":${JSON.stringify(forum)},"seq":${seq},"type":"${type}","v":${v}}`;

/** Reads bytes that this hub (or an older one) wrote. Errors: JournalTooNew. */
export function decodeEntry(bytes: string): Entry {
  const entry: Entry = JSON.parse(bytes);
  if (entry.v !== ENTRY_VERSION)
    throw new JournalTooNew(`entry of unknown version ${String(entry.v)}`);
  return entry;
}
