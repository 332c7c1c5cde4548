/** The forum's figures as a phone lists them. */
import { DEFLECTION_REASONS, type DeflectionReason } from '@wenzheng/shared/forum/choices';
import type { ResultsView } from '@wenzheng/shared/forum/followup';

/** The reasons that occurred, the commonest first. */
export function deflectedBy({ deflected }: Pick<ResultsView, 'deflected'>): {
  readonly reason: DeflectionReason;
  readonly count: number;
}[] {
  return DEFLECTION_REASONS.map((reason) => ({ reason, count: deflected[reason] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
