/** A host lets people speak up in a turn, has officials answer together, and gives the floor back; at times too late. */
import { minutes } from '@wenzheng/shared/time/instant';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import type { Choice } from './choice';

type Sight = Pick<
  ViewOf<'host'>['documents'],
  'floor' | 'current' | 'forum' | 'roster' | 'upNext' | 'undo'
>;

/** What is done follows from what the tablet shows, without dice, as in an emergency. */
export function interjectionChoices({
  floor,
  current,
  forum,
  roster,
  upNext,
  undo,
}: Sight): Choice[] {
  const moved = upNext.waiting + undo.actions.length;
  const official = forum.speakers[moved % Math.max(1, forum.speakers.length)]?.id ?? null;
  const joined: Choice[] =
    current && official !== null
      ? [[0.8, { type: 'joinAnswer', question: current.id, official }]]
      : [];
  if (!floor) return joined;
  if (!floor.interjection) return [...joined, [1, { type: 'startInterjection', turn: floor.turn }]];
  const interjection = floor.interjection.number - (moved % 9 === 0 ? 1 : 0);
  const { representatives } = roster;
  const citizen = representatives[moved % Math.max(1, representatives.length)]?.id ?? null;
  const isOfficial = moved % 2 === 0;
  return [
    ...joined,
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
