/**
 * Which statement a phone ought to be shown next (Polis, `comment-priorities`): what many agree with and what
 * divides comes up more often, what many pass on less, and what few have seen yet before all of it.
 */
import { seenBy, type VoteCount } from './votes';

/** Statements about the participants themselves always have the same priority. */
const META_PRIORITY = 7 ** 2;

/** `count`: votes of those in the groups; `extremity`: see `projection`. */
export function priority(
  count: VoteCount,
  { extremity, meta }: { extremity: number; meta: boolean },
): number {
  if (meta) return META_PRIORITY;
  const seen = seenBy(count);
  const passing = (count.pass + 1) / (seen + 2);
  const agreeing = (count.agree + 1) / (seen + 2);
  const importance = (1 - passing) * (extremity + 1) * agreeing;
  const isNew = 1 + 8 * 2 ** (-seen / 5);
  return (importance * isNew) ** 2;
}
