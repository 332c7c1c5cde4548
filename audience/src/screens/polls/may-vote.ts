/** Whether a phone may vote in a poll, by how it came in. */
import type { MyAdmission } from '@wenzheng/shared/forum/admission';
import type { PollVoters } from '@wenzheng/shared/forum/choices';

/** Null while that is not known. */
export function mayVote(who: PollVoters, admission: MyAdmission | null): boolean | null {
  if (who === 'anyone') return true;
  if (!admission) return null;
  return who === 'hall' ? admission.by !== 'link' : admission.by === 'ticket';
}
