/** The forum's figures as a phone lists them. */
import type { ResultsView } from '@wenzheng/shared/forum/followup';
import type { DeflectionReason } from '@wenzheng/shared/forum/questions';

/** The reasons that occurred, the commonest first. */
export function deflectedBy({ deflected }: Pick<ResultsView, 'deflected'>): {
  readonly reason: DeflectionReason;
  readonly count: number;
}[] {
  const reasons = Object.keys(deflected) as DeflectionReason[];
  return reasons
    .map((reason) => ({ reason, count: deflected[reason] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
