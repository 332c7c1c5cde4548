/** What sets a group apart: the statements on which it answers otherwise than everyone else (Polis, `repness`). */
import { isSignificant, oneProportionZ, shareOf, twoProportionZ } from './proportions';
import { seenBy, type Id, type VoteCount } from './votes';

export type Side = 'agree' | 'disagree';

/** How a group answers a statement, on one side of it; named as in Polis. */
export interface SideStats {
  readonly side: Side;
  readonly successes: number;
  readonly trials: number;
  /** The share of the group on this side, and its z against one half. */
  readonly share: number;
  readonly shareZ: number;
  /** That share over everyone else's, and the z of the difference. */
  readonly ratio: number;
  readonly ratioZ: number;
}

export interface RepresentativeStatement extends SideStats {
  readonly statement: Id;
  /** The group is introduced by it: what it agrees with most. */
  readonly bestAgree: boolean;
}

interface StatementStats {
  readonly statement: Id;
  readonly agree: SideStats;
  readonly disagree: SideStats;
}

const MOST_SHOWN = 5;

/** The group's counts and those of all other groups together, for one statement. */
export interface Compared {
  readonly statement: Id;
  readonly inside: VoteCount;
  readonly outside: VoteCount;
}

/** At most five statements of a group, agreed ones first; none if nobody in it answered anything. */
export function representativeStatements(compared: readonly Compared[]): RepresentativeStatement[] {
  const all = compared.map(statsOf);
  const bestAgree = bestAgreed(all);
  const first = bestAgree ? [named(bestAgree.statement, stronger(bestAgree), true)] : [];
  const sufficient = all.filter(setsApart);
  if (sufficient.length === 0) return first.length > 0 ? first : mostDistinct(all);
  const rest = sufficient
    .filter(({ statement }) => statement !== bestAgree?.statement)
    .map((stats) => named(stats.statement, stronger(stats), false))
    .sort((a, b) => weight(b) - weight(a));
  const shown = [...first, ...rest].slice(0, MOST_SHOWN);
  return [
    ...shown.filter(({ side }) => side === 'agree'),
    ...shown.filter(({ side }) => side === 'disagree'),
  ];
}

function statsOf({ statement, inside, outside }: Compared): StatementStats {
  const side = (name: Side): SideStats => {
    const own = { successes: inside[name], trials: seenBy(inside) };
    const others = { successes: outside[name], trials: seenBy(outside) };
    const share = shareOf(own.successes, own.trials);
    return {
      side: name,
      ...own,
      share,
      shareZ: oneProportionZ(own.successes, own.trials),
      ratio: share / shareOf(others.successes, others.trials),
      ratioZ: twoProportionZ(own, others),
    };
  };
  return { statement, agree: side('agree'), disagree: side('disagree') };
}

const stronger = ({ agree, disagree }: StatementStats): SideStats =>
  agree.ratioZ > disagree.ratioZ ? agree : disagree;

const named = (statement: Id, stats: SideStats, bestAgree: boolean): RepresentativeStatement => ({
  statement,
  ...stats,
  bestAgree,
});

const setsApart = ({ agree, disagree }: StatementStats): boolean =>
  [agree, disagree].some(({ ratioZ, shareZ }) => isSignificant(ratioZ) && isSignificant(shareZ));

/** Polis keeps this z with single precision, and orders by what it keeps. */
const weight = ({ ratio, ratioZ, share, shareZ }: SideStats): number =>
  ratio * Math.fround(ratioZ) * share * shareZ;

/** When nothing is significant: the statement whose z is the largest. */
function mostDistinct(all: readonly StatementStats[]): RepresentativeStatement[] {
  let best: RepresentativeStatement | null = null;
  for (const stats of all) {
    const z = Math.max(stats.agree.ratioZ, stats.disagree.ratioZ);
    if (best && z <= Math.fround(best.ratioZ)) continue;
    best = named(stats.statement, stronger(stats), false);
  }
  return best ? [best] : [];
}

/** What the group agrees with best: by difference from others once there is one, else by agreement alone. */
function bestAgreed(all: readonly StatementStats[]): StatementStats | null {
  let best: StatementStats | null = null;
  for (const stats of all) if (agreesBetter(stats, best?.agree ?? null)) best = stats;
  return best;
}

function agreesBetter({ agree, disagree }: StatementStats, best: SideStats | null): boolean {
  if (agree.successes === 0 && disagree.successes === 0) return false;
  if (best === null) return isSignificant(agree.shareZ) || (agree.ratio > 1 && agree.share > 0.5);
  const agreement = ({ share, shareZ }: SideStats): number => share * shareZ;
  const difference = ({ ratio, ratioZ, share, shareZ }: SideStats): number =>
    ratio * ratioZ * share * shareZ;
  return best.ratio > 1 ? difference(agree) > difference(best) : agreement(agree) > agreement(best);
}
