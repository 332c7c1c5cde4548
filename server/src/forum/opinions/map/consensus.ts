/** What nearly all share, and what the groups share. */
import { isSignificant, oneProportionZ, shareOf } from './proportions';
import type { Side } from './representative';
import { seenBy, type Id, type VoteCount } from './votes';

export interface ConsensusStatement {
  readonly statement: Id;
  readonly successes: number;
  readonly trials: number;
  readonly share: number;
  readonly shareZ: number;
}

export interface StatementVotes {
  readonly statement: Id;
  readonly count: VoteCount;
}

const MOST_SHOWN = 5;

/** At most five statements that significantly more than half are on this side of, the clearest first. */
export function consensusOn(
  side: Side,
  statements: readonly StatementVotes[],
): ConsensusStatement[] {
  return statements
    .map(({ statement, count }) => {
      const [successes, trials] = [count[side], seenBy(count)];
      const share = shareOf(successes, trials);
      return { statement, successes, trials, share, shareZ: oneProportionZ(successes, trials) };
    })
    .filter(({ share, shareZ }) => share > 0.5 && isSignificant(shareZ))
    .sort((a, b) => b.share * b.shareZ - a.share * a.shareZ)
    .slice(0, MOST_SHOWN);
}

/**
 * How far all groups agree, 0 to 1: the product over the groups of the share that agrees, so that a group
 * of few counts as much as one of many (Polis, `group-aware-consensus`).
 */
export const groupAwareConsensus = (groups: readonly VoteCount[]): number =>
  groups.reduce((product, count) => product * shareOf(count.agree, seenBy(count)), 1);
