/** A host lets people speak up in a turn, and gives the floor back; at times to one that is over. */
import { minutes } from '@wenzheng/shared/time/instant';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import type { Choice } from './choice';

type Sight = Pick<ViewOf<'host'>['documents'], 'floor' | 'forum' | 'roster' | 'upNext' | 'undo'>;

/** What is done follows from what the tablet shows, without dice, as in an emergency. */
export function interjectionChoices({ floor, forum, roster, upNext, undo }: Sight): Choice[] {
  if (!floor) return [];
  const moved = upNext.waiting + undo.actions.length;
  if (!floor.interjection) return [[1, { type: 'startInterjection', turn: floor.turn }]];
  const interjection = floor.interjection.number - (moved % 9 === 0 ? 1 : 0);
  const official = forum.speakers[moved % Math.max(1, forum.speakers.length)]?.id ?? null;
  const { representatives } = roster;
  const citizen = representatives[moved % Math.max(1, representatives.length)]?.id ?? null;
  const isOfficial = moved % 2 === 0;
  return [
    [2, { type: 'endInterjection', interjection }],
    [0.5, { type: 'extendInterjection', interjection, by: minutes(isOfficial ? 1 : -1) }],
    [
      0.8,
      {
        ...{ type: 'nameInterjection', interjection },
        official: isOfficial ? official : null,
        representative: isOfficial ? null : citizen,
      },
    ],
  ];
}
