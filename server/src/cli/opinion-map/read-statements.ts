/** Reads the statements beside the votes: `comments.csv` of Polis's open data or `comments.json` of its server. */
import type { CastVote, Id } from '../../forum/opinions/map';
import { idIn, NotReadable, readRows, valueIn, type Row } from './rows';

export interface StatementsFile {
  readonly statements: readonly Id[];
  /** Moderated out, or about the participants themselves, which Polis leaves out as well. */
  readonly moderated: ReadonlySet<Id>;
  readonly meta: ReadonlySet<Id>;
  /** Statement → how many agreed and disagreed, where the file says so. */
  readonly counts: ReadonlyMap<Id, { readonly agree: number; readonly disagree: number }>;
}

/** Errors: NotReadable. */
export function readStatements(text: string): StatementsFile {
  const statements: Id[] = [];
  const moderated = new Set<Id>();
  const meta = new Set<Id>();
  const counts = new Map<Id, { agree: number; disagree: number }>();
  for (const [index, row] of readRows(text, 'statements').entries()) {
    const id = idIn(row, ['comment-id', 'statement', 'statement_id', 'tid']);
    if (id === null) throw new NotReadable('statements', index + 1);
    statements.push(id);
    if (isMeta(row)) meta.add(id);
    if (isMeta(row) || Number(valueIn(row, ['moderated', 'mod'])) === -1) moderated.add(id);
    const agree = Number(valueIn(row, ['agrees', 'agree_count']));
    const disagree = Number(valueIn(row, ['disagrees', 'disagree_count']));
    if (Number.isFinite(agree) && Number.isFinite(disagree)) counts.set(id, { agree, disagree });
  }
  return { statements, moderated, meta, counts };
}

function isMeta(row: Row): boolean {
  const value = valueIn(row, ['is_meta', 'is-meta']);
  return value === true || value === 'true' || value === '1';
}

/**
 * Which sign says "agree" in the votes: exports of Polis have 1, its database −1, and the counts beside them
 * tell. 1 without counts, or when they fit both alike.
 */
export function signOfAgree(votes: readonly CastVote[], counts: StatementsFile['counts']): 1 | -1 {
  const sums = new Map<Id, number>();
  for (const { statement, vote } of votes) sums.set(statement, (sums.get(statement) ?? 0) + vote);
  let [asOne, asMinusOne] = [0, 0];
  for (const [id, { agree, disagree }] of counts) {
    const sum = sums.get(id) ?? 0;
    asOne += Math.abs(sum - (agree - disagree));
    asMinusOne += Math.abs(sum + (agree - disagree));
  }
  return asMinusOne < asOne ? -1 : 1;
}
