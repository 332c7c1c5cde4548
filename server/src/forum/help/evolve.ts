import type { Evolves } from '../../engine/rooms';

export const evolveHelp: Evolves = {
  helpCalled: (state, { data: { reason, zone, where, by }, seq, at }) =>
    state.help.put(String(seq), { number: seq, reason, zone, where, by, at, coming: null }),
  helpAnswered: (state, { data: { call, by } }) => {
    const row = state.help.get(String(call));
    if (row) state.help.put(String(call), { ...row, coming: by });
  },
  helpEnded: (state, { data: { call } }) => state.help.remove(String(call)),
};
