import type { Stage } from '@wenzheng/shared/forum/agenda';
import type { SceneKind } from '@wenzheng/shared/forum/scenes';
import type { ForumState } from '../../engine/state';

const OF_STAGE: Readonly<Record<Stage, SceneKind>> = {
  opening: 'opening',
  policy_talk: 'agenda',
  qa: 'join',
  interaction: 'agenda',
  opinion: 'agenda',
  results: 'agenda',
  closing: 'closing',
};

/** The scene that agenda, floor and current question call for. */
export function sceneCalledFor(state: ForumState): SceneKind {
  const turn = state.floor.value;
  if (turn) return turn.kind === 'talk' ? 'talk' : 'question';
  const { items, current } = state.agenda.value;
  const stage = items.find((item) => item.id === current)?.stage;
  return stage ? OF_STAGE[stage] : 'standby';
}
