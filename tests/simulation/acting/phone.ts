/** A citizen with a phone asks and supports, says what they think and answers what others think. */
import { FACES } from '@wenzheng/shared/forum/choices';
import { ANSWERS } from '@wenzheng/shared/forum/opinions';
import { isExplained } from '@wenzheng/shared/forum/unclear';
import type { Mine } from '@wenzheng/shared/wire/protocol';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import { oneOf, type Acting, type Choice } from './choice';
import { ballotChoices } from './polls';

export function phoneChoices(
  view: ViewOf<'audience'>,
  mine: Mine | null,
  acting: Acting,
): Choice[] {
  const { dice } = acting;
  return [
    ...citizenChoices(view.documents.forum, acting),
    ...codeChoices(mine, acting),
    ...oneOf(dice, Object.keys(view.collections.statements)).map((statement): Choice => [
      4,
      {
        type: 'answerStatement',
        statement: dice.chance(0.05) ? String(dice.below(9)) : statement,
        answer: dice.pick([...ANSWERS, null]),
      },
    ]),
    ...ratingChoices(view.documents, acting),
    ...oneOf(dice, Object.keys(view.collections.questions)).map((question): Choice => {
      const supported = mine?.supports.includes(question) ?? false;
      return [4, { type: 'supportQuestion', question, on: dice.chance(0.85) !== supported }];
    }),
    ...unclearChoices(view.documents),
    ...ballotChoices(view.documents.poll, acting),
  ];
}

/** Most rate what is open; some what was open on a screen that is late. */
function ratingChoices({ rating }: ViewOf<'audience'>['documents'], { dice }: Acting): Choice[] {
  const answer = dice.chance(0.1) ? `${dice.pick(['q', 'x'])}${dice.below(20)}` : rating?.answer;
  return answer === undefined ? [] : [[4, { type: 'rateAnswer', answer, face: dice.pick(FACES) }]];
}

/** Some do not follow; their page may be late, and the turn another by then. */
function unclearChoices({ floor }: ViewOf<'audience'>['documents']): Choice[] {
  return floor && isExplained(floor) ? [[1, { type: 'markUnclear', turn: floor.turn }]] : [];
}

/** Some come by the big screen, some by a ticket, some have a code that is over; and some stay online. */
function codeChoices(mine: Mine | null, { dice, codes }: Acting): Choice[] {
  const shown = [codes.screen(), codes.old(), codes.ticket(dice.below(6) + 1)];
  const weight = mine?.admission.by === 'link' ? 0.35 : 0.15;
  return shown.flatMap((code): Choice[] =>
    code === null ? [] : [[weight, { type: 'presentCode', code }]],
  );
}

/** What people say for the first time, be it at a phone or a kiosk. */
export const citizenChoices = (
  { departments, areas, topics }: ViewOf<'audience'>['documents']['forum'],
  { dice, words }: Acting,
): Choice[] => {
  const text = words.say('question');
  const question = {
    type: 'askQuestion',
    text,
    topic: topics[text.length % (topics.length + 1)] ?? null,
    name: dice.chance(0.4) ? words.say('name') : null,
    department: dice.chance(0.3) ? (oneOf(dice, departments)[0]?.id ?? null) : null,
    area: dice.chance(0.3) ? (oneOf(dice, areas)[0] ?? null) : null,
  } as const;
  return [
    [1, question],
    [0.7, { type: 'submitStatement', text: words.say('statement') }],
  ];
};
