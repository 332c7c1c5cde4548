import { pauseClock, resumeClock, startClock, type Clock } from '@wenzheng/shared/time/countdown';
import { duration } from '@wenzheng/shared/time/instant';
import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';

function changeClock(state: ForumState, turn: number, change: (clock: Clock) => Clock): void {
  const running = state.floor.value;
  if (running?.turn === turn) state.floor.set({ ...running, clock: change(running.clock) });
}

export const evolveFloor: Evolves = {
  // A new item of the agenda begins with an empty floor.
  agendaItemStarted: (state) => {
    if (state.floor.value) state.floor.set(null);
  },
  talkStarted: (state, { data, seq, at }) => {
    state.lastTalk.set({ item: data.item, index: data.index });
    state.floor.set({
      turn: seq,
      kind: 'talk',
      phase: 'speaking',
      speaker: data.speaker,
      index: data.index,
      item: data.item,
      subject: null,
      clock: startClock(data.limit, at),
    });
  },
  floorGiven: (state, { data, seq, at }) =>
    state.floor.set({
      turn: seq,
      kind: 'question',
      phase: data.phase,
      speaker: data.speaker,
      index: null,
      item: null,
      subject: data.subject,
      clock: startClock(data.limit, at),
    }),
  turnEnded: (state, { data }) => {
    if (state.floor.value?.turn === data.turn) state.floor.set(null);
  },
  turnPaused: (state, { data, at }) =>
    changeClock(state, data.turn, (clock) => pauseClock(clock, at)),
  turnResumed: (state, { data, at }) =>
    changeClock(state, data.turn, (clock) => resumeClock(clock, at)),
  turnExtended: (state, { data }) =>
    changeClock(state, data.turn, (clock) => ({
      ...clock,
      limit: duration(clock.limit + data.by),
    })),
};
