/**
 * A volunteer works the paper box, gives numbers to people who want to speak, guides them to the microphone, and
 * takes down what they ask.
 */
import { calledNumber } from '@wenzheng/shared/forum/called-number';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import { oneOf, stale, type Acting, type Choice } from './choice';
import { helpChoices } from './help';
import { slipChoices } from './slips';

type Guiding = Pick<ViewOf<'volunteer'>['documents'], 'micNumbers' | 'forum'>;

export function volunteerChoices(view: ViewOf<'volunteer'>, acting: Acting): Choice[] {
  const { dice, words } = acting;
  const paper = dice.chance(0.6);
  const free = view.documents.micNumbers.numbers.filter(({ question }) => question === null);
  const [number] = oneOf(dice, free);
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
        area: place(view.documents, acting),
        mic: !paper && dice.chance(0.7) ? (number?.number ?? null) : null,
      },
    ],
    ...slipChoices(view.documents.slips, view.collections.slipDesk, acting),
    ...guidingChoices(view.documents, acting),
    ...helpChoices(view.documents),
  ];
}

/** What volunteers do at the microphone, and the host at times. */
export function guidingChoices(view: Guiding, acting: Acting): Choice[] {
  const { dice, words } = acting;
  const { numbers } = view.micNumbers;
  const from = stale(acting, calledNumber(numbers)?.number ?? null, 1);
  return [
    [
      numbers.length > 5 ? 0.1 : 0.8,
      {
        type: 'giveMicNumber',
        name: dice.chance(0.6) ? words.say('name') : null,
        area: place(view, acting),
        department: dice.chance(0.5) ? (oneOf(dice, view.forum.departments)[0]?.id ?? null) : null,
        again: dice.chance(0.3),
      },
    ],
    ...oneOf(dice, numbers).flatMap(({ number }): Choice[] => [
      [0.8, { type: 'callMicNumber', number, from }],
      [
        0.4,
        { type: 'settleMicNumber', number, as: dice.pick(['done', 'absent', 'waiting'] as const) },
      ],
    ]),
  ];
}

const place = ({ forum }: Pick<Guiding, 'forum'>, { dice }: Acting): string | null =>
  dice.chance(0.5) ? (oneOf(dice, forum.areas)[0] ?? null) : null;
