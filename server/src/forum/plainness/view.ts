import type { PlainnessView } from '@wenzheng/shared/forum/plainness';
import { isExplained } from '@wenzheng/shared/forum/unclear';
import { documentView } from '../../engine/views';

/** Begins anew with each turn; who pressed is told to nobody. */
export const plainnessDocument = documentView({
  reads: ['floor'],
  tallies: ['unclear'],
  build: ({ state }): PlainnessView | null => {
    const running = state.floor.value;
    if (!running || !isExplained(running)) return null;
    const { turn } = running;
    const marked = state.unclear.value;
    return { turn, unclear: marked?.turn === turn ? marked.count : 0 };
  },
});
