/** A citizen with a phone asks and supports. */
import type { Mine } from '@wenzheng/shared/wire/protocol';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import { oneOf, type Acting, type Choice } from './choice';

export function phoneChoices(
  view: ViewOf<'audience'>,
  mine: Mine | null,
  acting: Acting,
): Choice[] {
  const { dice, words } = acting;
  return [
    [
      1,
      {
        type: 'askQuestion',
        text: words.say('question'),
        name: dice.chance(0.4) ? words.say('name') : null,
        department: dice.chance(0.3) ? dice.pick(view.documents.forum.departments).id : null,
      },
    ],
    ...oneOf(dice, Object.keys(view.collections.questions)).map((question): Choice => {
      const supported = mine?.supports.includes(question) ?? false;
      return [4, { type: 'supportQuestion', question, on: dice.chance(0.85) !== supported }];
    }),
  ];
}
