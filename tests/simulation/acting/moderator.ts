/** A moderator at the desk; hosts can do the same. */
import { DECLINE_REASONS } from '@wenzheng/shared/forum/questions';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import { oneOf, type Acting, type Choice } from './choice';

type DeskView = Pick<ViewOf<'moderator'>['collections'], 'desk' | 'queue'>;
type Forum = ViewOf<'moderator'>['documents']['forum'];

export const moderatorChoices = (view: ViewOf<'moderator'>, acting: Acting): Choice[] => [
  ...deskChoices(view.collections, view.documents.forum, acting),
  // Their screen does not show what can be taken back; a number can still be named.
  [0.3, { type: 'undo', entry: acting.dice.below(120) }],
];

export function deskChoices({ desk, queue }: DeskView, forum: Forum, acting: Acting): Choice[] {
  const { dice, words } = acting;
  const note = dice.chance(0.7) ? words.say('decline-note') : null;
  const decline = (question: string, weight: number): Choice => [
    weight,
    { type: 'declineQuestion', question, reason: dice.pick(DECLINE_REASONS), note },
  ];
  return [
    ...oneOf(dice, Object.entries(desk)).flatMap(([question, { notesToCome }]): Choice[] => {
      if (notesToCome)
        return [[3, { type: 'completeNotes', question, notes: words.say('answer-notes') }]];
      const department = dice.chance(0.5) ? dice.pick(forum.departments).id : null;
      return [[5, { type: 'screenQuestion', question, department }], decline(question, 1.5)];
    }),
    ...oneOf(dice, Object.keys(queue)).map((question) => decline(question, 0.4)),
  ];
}
