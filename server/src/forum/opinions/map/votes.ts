/** What participants answered to statements, as the opinion map reads it. */

/** A participant or a statement, as the source names it. */
export type Id = string | number;

/** 1 agrees, 0 passes, −1 disagrees. */
export type Vote = 1 | 0 | -1;

export interface CastVote {
  readonly participant: Id;
  readonly statement: Id;
  readonly vote: Vote;
}

/** One row for each participant, one column for each statement; null where nothing was answered. */
export interface VoteMatrix {
  readonly participants: readonly Id[];
  readonly statements: readonly Id[];
  readonly rows: readonly (readonly (Vote | null)[])[];
}

/** Numbers before words, each in their own order, so that the order of the source changes nothing. */
export function compareIds(a: Id, b: Id): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === typeof b) return a < b ? -1 : Number(a > b);
  return typeof a === 'number' ? -1 : 1;
}

/** The matrix of votes given in the order of time: of a participant's votes on a statement the last one stands. */
export function voteMatrix(cast: Iterable<CastVote>): VoteMatrix {
  const byParticipant = new Map<Id, Map<Id, Vote>>();
  const seen = new Set<Id>();
  for (const { participant, statement, vote } of cast) {
    const answers = byParticipant.get(participant) ?? new Map<Id, Vote>();
    byParticipant.set(participant, answers.set(statement, vote));
    seen.add(statement);
  }
  const statements = [...seen].sort(compareIds);
  const people = [...byParticipant].sort(([a], [b]) => compareIds(a, b));
  return {
    participants: people.map(([id]) => id),
    statements,
    rows: people.map(([, answers]) => statements.map((id) => answers.get(id) ?? null)),
  };
}

/** The matrix in which what was moderated out says nothing: its columns are zero for everyone, as in Polis. */
export function withoutModerated(votes: VoteMatrix, moderated: ReadonlySet<Id>): VoteMatrix {
  if (!votes.statements.some((id) => moderated.has(id))) return votes;
  const out = votes.statements.map((id) => moderated.has(id));
  const rows = votes.rows.map((row) => row.map((vote, column) => (out[column] ? 0 : vote)));
  return { ...votes, rows };
}

/** How many answered what. */
export interface VoteCount {
  agree: number;
  disagree: number;
  pass: number;
}

export const noVotes = (): VoteCount => ({ agree: 0, disagree: 0, pass: 0 });

const FIELD = { '1': 'agree', '0': 'pass', '-1': 'disagree' } as const;

export const countVote = (count: VoteCount, vote: Vote): void => void (count[FIELD[vote]] += 1);

/** How many saw the statement: whoever passed has seen it too. */
export const seenBy = ({ agree, disagree, pass }: VoteCount): number => agree + disagree + pass;

/** Counts for each column of the rows. */
export function countVotes(rows: VoteMatrix['rows'], columns: number): VoteCount[] {
  const counts = Array.from({ length: columns }, noVotes);
  for (const row of rows)
    for (const [column, count] of counts.entries()) {
      const vote = row[column] ?? null;
      if (vote !== null) countVote(count, vote);
    }
  return counts;
}
