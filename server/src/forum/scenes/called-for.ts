import type { Stage } from '@wenzheng/shared/forum/agenda';
import type { SceneKind } from '@wenzheng/shared/forum/scenes';
import type { ForumState } from '../../engine/state';
import type { TurnRow } from '../floor';

const OF_STAGE: Readonly<Record<Stage, SceneKind>> = {
  opening: 'opening',
  policy_talk: 'agenda',
  qa: 'join',
  interaction: 'agenda',
  opinion: 'opinions',
  results: 'results',
  closing: 'thanks',
};

const OF_TURN: Readonly<Record<TurnRow['kind'], SceneKind>> = {
  talk: 'talk',
  question: 'question',
  exchange: 'dialogue',
};

/** The scene that agenda, floor and current question call for. */
export function sceneCalledFor(state: ForumState): SceneKind {
  const turn = state.floor.value;
  if (turn) return OF_TURN[turn.kind];
  if ((state.forum.value?.closedAt ?? null) !== null) return 'thanks';
  const stage = state.agendaItems.get(state.currentItem.value ?? '')?.stage;
  return stage ? OF_STAGE[stage] : 'standby';
}
