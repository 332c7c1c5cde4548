/** What a phone shows as "now": the floor comes first, then the question just dealt with, then the day. */
import type { Stage } from '@wenzheng/shared/forum/agenda';
import type { FloorView } from '@wenzheng/shared/forum/floor';
import type { CurrentQuestion, Deflection } from '@wenzheng/shared/forum/questions';
import type { Documents } from '../../shell/live';

export type Happening =
  | { readonly kind: 'talk'; readonly floor: FloorView }
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
  | { readonly kind: 'closing' }
  | { readonly kind: 'agenda' };

/** Stages in which a question that has come to its end stays until the next one. */
const OF_QUESTIONS: readonly (Stage | undefined)[] = ['qa', 'interaction'];

export function happening({ floor, scene, current, agenda }: Documents): Happening {
  const stage = agenda.items.find(({ id }) => id === agenda.current)?.stage;
  const ofQuestions = OF_QUESTIONS.includes(stage);
  if (floor?.kind === 'talk') return { kind: 'talk', floor };
  if (current?.state === 'on_floor') return { kind: 'question', question: current, floor };
  if (current?.deflection && (ofQuestions || scene.kind === 'deflection'))
    return { kind: 'deflection', question: current, deflection: current.deflection };
  if (current && ofQuestions) return { kind: 'question', question: current, floor: null };
  return stage === 'closing' || scene.kind === 'closing' ? { kind: 'closing' } : { kind: 'agenda' };
}
