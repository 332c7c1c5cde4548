/** The opinion map of a file of votes, and how it is written down. docs/opinion-map.md describes every field. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  countVote,
  noVotes,
  opinionMap,
  voteMatrix,
  type CastVote,
  type ConsensusStatement,
  type Id,
  type OpinionMap,
  type RepresentativeStatement,
  type Vote,
  type VoteCount,
} from '../../forum/opinions/map';
import { withFile } from './file-problem';
import { readGroups, type GroupsFile } from './read-groups';
import { readStatements, signOfAgree, type StatementsFile } from './read-statements';
import { readVotes } from './read-votes';

export interface MapFiles {
  readonly votes: string;
  /** Groups to describe instead of finding some. */
  readonly groups?: string | undefined;
  /** What was moderated out; `comments.csv` or `comments.json` beside the votes if it is not said. */
  readonly statements?: string | undefined;
  /** So many groups, whatever fits best. */
  readonly wanted?: number | undefined;
}

/** Errors: FileProblem. */
export function opinionMapOf({ votes, groups, statements, wanted }: MapFiles): WrittenMap {
  const about = statementsBeside(votes, statements);
  const given = groups === undefined ? null : contents(groups, readGroups);
  const rows = contents(votes, readVotes);
  const cast = signOfAgree(rows, about.counts) === 1 ? rows : rows.map(turned);
  const { moderated, meta } = leftOut(about, given);
  const map = opinionMap({
    votes: voteMatrix(cast),
    moderated,
    meta,
    given: given?.groups,
    wanted,
  });
  return written(map, countRows(cast, about.statements));
}

const contents = <T>(file: string, read: (text: string) => T): T =>
  withFile(file, () => read(readFileSync(file, 'utf8')));

const turned = ({ participant, statement, vote }: CastVote): CastVote => ({
  participant,
  statement,
  vote: (vote === 0 ? 0 : -vote) as Vote,
});

const NOTHING: StatementsFile = {
  statements: [],
  moderated: new Set(),
  meta: new Set(),
  counts: new Map(),
};

function statementsBeside(votes: string, named: string | undefined): StatementsFile {
  const beside = ['comments.json', 'comments.csv'].map((name) =>
    path.join(path.dirname(votes), name),
  );
  const file = named ?? beside.find((each) => existsSync(each));
  return file === undefined ? NOTHING : contents(file, readStatements);
}

/** Groups that say what was moderated out when they were made know better than what is so today. */
const leftOut = (
  { moderated, meta }: StatementsFile,
  given: GroupsFile | null,
): Pick<StatementsFile, 'moderated' | 'meta'> => ({
  moderated: given?.moderated ?? moderated,
  meta: given?.meta ?? meta,
});

/** Every row counts, also those that a later one replaced, as in Polis's own counts; unanswered statements have none. */
function countRows(cast: readonly CastVote[], statements: readonly Id[]): Map<Id, VoteCount> {
  const counts = new Map(statements.map((id) => [id, noVotes()]));
  for (const { statement, vote } of cast) {
    const count = counts.get(statement) ?? noVotes();
    countVote(count, vote);
    counts.set(statement, count);
  }
  return counts;
}

/** Names as in Polis's own `math-pca2.json`, written together. */
interface WrittenConsensus {
  readonly tid: Id;
  readonly nSuccess: number;
  readonly nTrials: number;
  readonly pSuccess: number;
  readonly pTest: number;
}

interface WrittenRepresentative extends WrittenConsensus {
  readonly repfulFor: 'agree' | 'disagree';
  readonly repness: number;
  readonly repnessTest: number;
  readonly bestAgree?: true;
}

export interface WrittenMap {
  readonly participants: readonly Id[];
  readonly statements: readonly Id[];
  readonly components: OpinionMap['components'];
  readonly centre: readonly number[];
  readonly projections: Readonly<Record<string, readonly [number, number]>>;
  readonly groups: readonly {
    readonly id: number;
    readonly members: readonly Id[];
    readonly centre: readonly [number, number];
  }[];
  /** Number of groups → the mean silhouette, and the groups. */
  readonly silhouettes: Readonly<Record<string, number>>;
  readonly groupings: Readonly<Record<string, readonly (readonly Id[])[]>>;
  readonly stability: number | null;
  readonly representative: Readonly<Record<string, readonly WrittenRepresentative[]>>;
  readonly consensus: Readonly<Record<'agree' | 'disagree', readonly WrittenConsensus[]>>;
  readonly groupAwareConsensus: Readonly<Record<string, number>>;
  readonly priorities: Readonly<Record<string, number>>;
  /** Statement → rows of the file with each answer; and answers that stand, one for each participant. */
  readonly counts: Readonly<Record<string, VoteCount>>;
  readonly standing: Readonly<Record<string, VoteCount>>;
}

function written(map: OpinionMap, rows: ReadonlyMap<Id, VoteCount>): WrittenMap {
  const byStatement = <T>(values: readonly T[]): Record<string, T> =>
    Object.fromEntries(map.statements.flatMap((id, column) => entry(id, values[column])));
  const groupings = [...map.groupings];
  return {
    participants: map.participants,
    statements: map.statements,
    components: map.components,
    centre: map.centre,
    projections: Object.fromEntries(
      map.participants.flatMap((id, row) => entry(id, map.projections[row])),
    ),
    groups: map.groups.map(({ id, members, centre }) => ({ id, members, centre })),
    silhouettes: Object.fromEntries(groupings.map(([k, { silhouette }]) => [k, silhouette])),
    groupings: Object.fromEntries(groupings.map(([k, { groups }]) => [k, groups])),
    stability: map.stability,
    representative: Object.fromEntries(
      map.groups.map(({ id, representative }) => [id, representative.map(writtenRepresentative)]),
    ),
    consensus: {
      agree: map.consensus.agree.map(writtenConsensus),
      disagree: map.consensus.disagree.map(writtenConsensus),
    },
    groupAwareConsensus: byStatement(map.groupAwareConsensus),
    priorities: byStatement(map.priorities),
    counts: Object.fromEntries(rows),
    standing: byStatement(map.counts),
  };
}

const entry = <T>(id: Id, value: T | undefined): [string, T][] =>
  value === undefined ? [] : [[String(id), value]];

const writtenConsensus = (found: ConsensusStatement): WrittenConsensus => ({
  tid: found.statement,
  nSuccess: found.successes,
  nTrials: found.trials,
  pSuccess: found.share,
  pTest: found.shareZ,
});

const writtenRepresentative = (found: RepresentativeStatement): WrittenRepresentative => ({
  ...writtenConsensus(found),
  repfulFor: found.side,
  repness: found.ratio,
  repnessTest: found.ratioZ,
  ...(found.bestAgree ? { bestAgree: true } : {}),
});
