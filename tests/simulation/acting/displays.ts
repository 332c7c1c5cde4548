/** A host names displays and tells them what to show, as the tablet lists them. */
import { SHOWS } from '@wenzheng/shared/forum/displays';
import { FREE_SCENES } from '@wenzheng/shared/forum/scenes';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import type { Choice } from './choice';

type Sight = Pick<ViewOf<'host'>['documents'], 'displays' | 'upNext' | 'undo'>;

/** No dice are thrown for it, so that whatever else is chosen stays what it was. */
export function displayChoices({ displays, upNext, undo }: Sight): Choice[] {
  const turn = upNext.waiting + undo.actions.length;
  const { id } = displays.displays[turn % displays.displays.length] ?? {};
  if (id === undefined) return [];
  const shows = SHOWS[turn % SHOWS.length] ?? 'follow';
  const scene = shows === 'scene' ? (FREE_SCENES[turn % FREE_SCENES.length] ?? null) : null;
  return [
    [0.5, { type: 'assignDisplay', display: id, shows, scene }],
    [0.1, { type: 'renameDisplay', display: id, name: turn % 2 === 0 ? `屏 ${turn}` : null }],
    [0.1, { type: 'identifyDisplay', display: id }],
    [0.05, { type: 'forgetDisplay', display: id }],
  ];
}
