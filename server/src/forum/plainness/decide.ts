import { isExplained, UNCLEAR_EVERY } from '@wenzheng/shared/forum/unclear';
import { accept, refuse, type Decides } from '../../engine/rooms';

export const decidePlainness: Decides<'markUnclear'> = {
  markUnclear: (state, { turn }, { vote, now }) => {
    const running = state.floor.value;
    if (!vote || running?.turn !== turn || !isExplained(running)) return refuse('plainness.over');
    // With a ticket a phone has another name; the minute is the device's all the same.
    const { voter, stream = voter } = vote;
    const last = Math.max(...[voter, stream].map((name) => state.unclearAt.get(name) ?? 0));
    if (now - last < UNCLEAR_EVERY) return refuse('plainness.wait');
    return accept({ type: 'unclearMarked', data: { turn, ...vote } });
  },
};
