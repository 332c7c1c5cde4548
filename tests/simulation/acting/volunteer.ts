/** A volunteer works the paper box and takes down what people at the microphone want to ask. */
import type { ViewOf } from '@wenzheng/shared/wire/views';
import type { Acting, Choice } from './choice';
import { slipChoices } from './slips';

export function volunteerChoices(view: ViewOf<'volunteer'>, acting: Acting): Choice[] {
  const { dice, words } = acting;
  const paper = dice.chance(0.6);
  return [
    [
      1,
      {
        type: 'logQuestion',
        source: paper ? 'paper' : 'mic',
        serial: paper && dice.chance(0.95) ? words.serial() : null,
        text: words.say('question'),
        name: dice.chance(0.5) ? words.say('name') : null,
        department: null,
      },
    ],
    ...slipChoices(view.documents.slips, view.collections.slipDesk, acting),
  ];
}
