import type { Evolves } from '../../engine/rooms';

export const evolveSafety: Evolves = {
  emergencyRaised: (state, { data: { kind, drill, message }, seq, at }) =>
    state.emergency.set({
      ...{ kind, drill, message },
      ...{ raised: seq, number: seq, since: at, lasts: true },
    }),
  emergencyAmended: (state, { data: { kind, drill, message }, seq }) => {
    const row = state.emergency.value;
    if (row) state.emergency.set({ ...row, kind, drill, message, number: seq });
  },
  emergencyCleared: (state) => {
    const row = state.emergency.value;
    if (row) state.emergency.set({ ...row, lasts: false });
  },
};
