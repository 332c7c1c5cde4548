import type { Evolves } from '../../engine/rooms';

export const evolvePlainness: Evolves = {
  unclearMarked: (state, { data: { voter, turn }, at }) => {
    const before = state.unclear.value;
    const count = before?.turn === turn ? before.count : 0;
    state.unclear.set({ turn, count: count + 1 });
    state.unclearAt.put(voter, at);
  },
};
