/**
 * Reads votes for `wenzheng opinion-map`: `votes.csv` of Polis's open data, `votes.json` as Polis's server gives
 * them, or any CSV or JSON with columns of those names. docs/opinion-map.md lists them.
 */
import type { CastVote, Vote } from '../../forum/opinions/map';
import { NotReadable, idIn, readRows, valueIn, type Row } from './rows';

const TIME = ['timestamp', 'modified', 'created'];
const PARTICIPANT = ['voter-id', 'participant', 'participant_id', 'pid'];
const STATEMENT = ['comment-id', 'statement', 'statement_id', 'tid'];
const WORDS: Readonly<Record<string, Vote>> = { agree: 1, pass: 0, disagree: -1 };

/** The rows' votes in the order of time, as the file writes them. Errors: NotReadable. */
export function readVotes(text: string): CastVote[] {
  const votes = readRows(text).map((row, index) => ({ ...voteIn(row, index), time: timeOf(row) }));
  // Rows of the same time stay in the order of the file.
  votes.sort((a, b) => a.time - b.time);
  return votes.map(({ participant, statement, vote }) => ({ participant, statement, vote }));
}

function voteIn(row: Row, index: number): CastVote {
  const participant = idIn(row, PARTICIPANT);
  const statement = idIn(row, STATEMENT);
  const vote = meaning(row['vote']);
  if (participant === null || statement === null || vote === null)
    throw new NotReadable('votes', index + 1);
  return { participant, statement, vote };
}

function meaning(value: unknown): Vote | null {
  if (typeof value === 'string' && value in WORDS) return WORDS[value] ?? null;
  const number = value === '' || value === null ? Number.NaN : Number(value);
  return number === 1 || number === 0 || number === -1 ? number : null;
}

function timeOf(row: Row): number {
  const time = Number(valueIn(row, TIME) ?? 0);
  return Number.isFinite(time) ? time : 0;
}
