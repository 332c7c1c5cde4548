/** A kiosk: one citizen after another says something there, or supports with ticket or stub, and goes. */
import type { ViewOf } from '@wenzheng/shared/wire/views';
import { oneOf, type Acting, type Choice } from './choice';
import { citizenChoices } from './phone';
import { kioskBallotChoices } from './polls';

export function kioskChoices(view: ViewOf<'kiosk'>, acting: Acting): Choice[] {
  const { dice, codes } = acting;
  const [question = '1'] = oneOf(dice, Object.keys(view.collections.questions));
  const support = (weight: number, code: string): Choice => [
    weight,
    { type: 'supportByCode', code, question, on: dice.chance(0.75) },
  ];
  return [
    ...citizenChoices(view.documents.forum, acting),
    support(2, codes.ticket(dice.below(7) + 1)),
    ...oneOf(dice, codes.stubs()).map((code) => support(1.5, code)),
    support(0.1, 'AAA-AAA'),
    ...kioskBallotChoices(view.documents.poll, acting),
  ];
}
