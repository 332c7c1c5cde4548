/** What the host works on below the clock: whoever has the floor comes first, then what the day is at. */
import type { AgendaItem } from '@wenzheng/shared/forum/agenda';
import type { FloorView } from '@wenzheng/shared/forum/floor';
import type { CurrentQuestion, Deflection } from '@wenzheng/shared/forum/questions';
import type { HostView } from '../../hub-link';
import { onFloor } from './primary-action';

export type WorkSight = Pick<HostView['documents'], 'floor' | 'current' | 'scene' | 'agenda'>;

export type WorkPanel =
  | {
      readonly kind: 'exchange';
      readonly floor: FloorView;
      readonly exchange: NonNullable<FloorView['exchange']>;
    }
  | { readonly kind: 'question'; readonly question: CurrentQuestion }
  | {
      readonly kind: 'deflected';
      readonly question: CurrentQuestion;
      readonly deflection: Deflection;
    }
  | { readonly kind: 'talks'; readonly item: AgendaItem }
  | { readonly kind: 'nextExchange' | 'opinions' | 'figures' | 'closing' }
  | { readonly kind: 'note'; readonly item: AgendaItem | undefined };

export function workPanel({ floor, current, scene, agenda }: WorkSight): WorkPanel {
  const item = agenda.items.find(({ id }) => id === agenda.current);
  if (floor?.exchange) return { kind: 'exchange', floor, exchange: floor.exchange };
  if (item && floor?.kind === 'talk' && item.talks.length > 0) return { kind: 'talks', item };
  const asked = onFloor(current);
  if (asked) return { kind: 'question', question: asked };
  // It can be put right while the hall sees it.
  if (current?.deflection && scene.kind === 'deflection')
    return { kind: 'deflected', question: current, deflection: current.deflection };
  if (item?.stage === 'interaction') return { kind: 'nextExchange' };
  // Whoever shows the map reads what it says, at any stage.
  if (scene.kind === 'opinion_map') return { kind: 'opinions' };
  switch (item?.stage) {
    case 'opinion':
      return { kind: 'opinions' };
    case 'results':
      return { kind: 'figures' };
    case 'closing':
      return { kind: 'closing' };
    default:
      return item && item.talks.length > 0 ? { kind: 'talks', item } : { kind: 'note', item };
  }
}
