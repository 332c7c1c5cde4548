/** What a phone shows as "now": the floor comes first, then the question just dealt with, then the day. */
import type { FloorView } from '@wenzheng/shared/forum/floor';
import type { CurrentQuestion, Deflection } from '@wenzheng/shared/forum/questions';
import type { Documents } from '../../shell/live';

type Shown = Pick<Documents, 'floor' | 'scene' | 'current' | 'agenda' | 'forum' | 'results'>;

export type Happening =
  | { readonly kind: 'talk' | 'exchange'; readonly floor: FloorView }
  | {
      readonly kind: 'question';
      readonly question: CurrentQuestion;
      readonly floor: FloorView | null;
    }
  | {
      readonly kind: 'deflection';
      readonly question: CurrentQuestion;
      readonly deflection: Deflection;
    }
  | { readonly kind: 'agenda' | 'opening' | 'opinion' | 'results' | 'closing' };

export function happening(documents: Shown): Happening {
  const { floor, scene, current, agenda, forum } = documents;
  const stage = agenda.items.find(({ id }) => id === agenda.current)?.stage;
  if (forum.closedAt !== null) return { kind: 'closing' };
  if (floor && floor.kind !== 'question') return { kind: floor.kind, floor };
  if (current?.state === 'on_floor') return { kind: 'question', question: current, floor };
  // A question that has come to its end stays until the next one.
  if (current?.deflection && (stage === 'qa' || scene.kind === 'deflection'))
    return { kind: 'deflection', question: current, deflection: current.deflection };
  if (current && stage === 'qa') return { kind: 'question', question: current, floor: null };
  if (stage === 'closing' || scene.kind === 'thanks') return { kind: 'closing' };
  if ((stage === 'results' || scene.kind === 'results') && documents.results)
    return { kind: 'results' };
  if (stage === 'opinion' || scene.kind === 'opinions') return { kind: 'opinion' };
  return { kind: stage === 'opening' || scene.kind === 'scope' ? 'opening' : 'agenda' };
}
