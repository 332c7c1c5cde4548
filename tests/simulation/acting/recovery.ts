/** A host makes up for lost time, at times by what is over or too short already; without dice. */
import { minutes, duration } from '@wenzheng/shared/time/instant';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import type { Choice } from './choice';

type Sight = Pick<ViewOf<'host'>['documents'], 'agenda' | 'talks' | 'upNext' | 'undo'>;

export function recoveryChoices({ agenda, talks, upNext, undo }: Sight): Choice[] {
  const { current: from, items } = agenda;
  const turn = upNext.waiting + undo.actions.length;
  const item = items[turn % (items.length || 1)];
  if (from === null || !item) return [];
  const held = item.id === from ? talks.held : 0;
  const shorter = {
    item: item.id,
    plannedDuration: duration(Math.max(minutes(1), item.plannedDuration - minutes(turn % 3))),
    talks: item.talks
      .slice(turn % 5 === 0 ? 0 : held)
      .map(({ speaker, limit }) => ({ speaker, limit: duration(limit - minutes(turn % 2)) })),
  };
  return [
    [0.4, { type: 'recoverTime', from, items: [shorter], leaveOut: null }],
    [0.05, { type: 'recoverTime', from, items: [], leaveOut: item.id }],
  ];
}
