/** A volunteer types slips and takes down what people at the microphone want to ask. */
import type { Acting, Choice } from './choice';

export function volunteerChoices({ dice, words }: Acting): Choice[] {
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
  ];
}
