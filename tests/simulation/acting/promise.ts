/** What is promised on the floor, as a desk writes it down; at times with a date that is over. */
import { OUTCOMES, type OutcomeInput } from '@wenzheng/shared/forum/floor';
import type { Commitment } from '@wenzheng/shared/forum/words';
import { instant } from '@wenzheng/shared/time/instant';
import { workingDaysAfter } from '@wenzheng/shared/time/working-days';
import { oneOf, type Acting } from './choice';

export const SOON = workingDaysAfter(instant(Date.UTC(2027, 1, 1)), 3);
const OVER = workingDaysAfter(instant(Date.UTC(2026, 1, 1)), 3);

export function promise(
  departments: readonly { readonly id: string }[],
  { dice, words }: Acting,
): Commitment | null {
  const [department] = oneOf(dice, departments);
  if (!department) return null;
  const due = dice.chance(0.1) ? OVER : SOON;
  return { what: words.say('promise'), department: department.id, due };
}

export function outcome(
  departments: readonly { readonly id: string }[],
  acting: Acting,
): OutcomeInput {
  const commitment = acting.dice.chance(0.5) ? promise(departments, acting) : null;
  const kinds = OUTCOMES.filter((kind) => (kind === 'answered') === (commitment === null));
  return { kind: acting.dice.pick(kinds), summary: acting.words.say('outcome'), commitment };
}
