import type { ForumState } from '../../engine/state';
import type { OnFloor, StageMessageRow } from './state';

export function onFloor({ floor }: ForumState): OnFloor | null {
  const turn = floor.value;
  return turn && { turn: turn.turn, phase: turn.phase };
}

/**
 * The message that stands: one that was meant for whoever has the floor now. It is not taken away when the floor is
 * given to somebody else, so that it stands again when that is undone.
 */
export function standing(state: ForumState): StageMessageRow | null {
  const row = state.stageMessage.value;
  const now = onFloor(state);
  return row?.to?.turn === now?.turn && row?.to?.phase === now?.phase ? row : null;
}
