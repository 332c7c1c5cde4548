import type { Evolves } from '../../engine/rooms';
import { onFloor } from './standing';

export const evolvePrompts: Evolves = {
  stageTold: (state, { data: { template, text }, seq, at }) =>
    state.stageMessage.set({ template, text, number: seq, since: at, to: onFloor(state) }),
  stageCleared: (state) => state.stageMessage.set(null),
};
