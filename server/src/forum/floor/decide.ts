import { readClock } from '@wenzheng/shared/time/countdown';
import { seconds } from '@wenzheng/shared/time/instant';
import { accept, refuse, type Decides, type Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import type { TurnRow } from './state';

type FloorCommand = 'startTalk' | 'endTurn' | 'pauseTurn' | 'resumeTurn' | 'extendTurn';

/** No limit goes below this, however much is taken away. */
const SHORTEST = seconds(10);

function ofTurn(state: ForumState, turn: number, decide: (turn: TurnRow) => Decision): Decision {
  const running = state.floor.value;
  return running?.turn === turn ? decide(running) : refuse('floor.moved');
}

export const decideFloor: Decides<FloorCommand> = {
  startTalk: (state, { speaker, from }) => {
    if ((state.floor.value?.turn ?? null) !== from) return refuse('floor.moved');
    const agenda = state.agenda.value;
    const item = agenda.items.find((each) => each.id === agenda.current);
    const index = item?.talks.findIndex((talk) => talk.speaker === speaker) ?? -1;
    const talk = item?.talks[index];
    if (!item || !talk) return refuse('floor.unknown_speaker');
    return accept({
      type: 'talkStarted',
      data: { item: item.id, index, speaker, limit: talk.limit },
    });
  },
  endTurn: (state, { turn }) =>
    ofTurn(state, turn, () => accept({ type: 'turnEnded', data: { turn } })),
  pauseTurn: (state, { turn }) =>
    ofTurn(state, turn, ({ clock }) =>
      clock.pausedAt === null ? accept({ type: 'turnPaused', data: { turn } }) : accept(),
    ),
  resumeTurn: (state, { turn }) =>
    ofTurn(state, turn, ({ clock }) =>
      clock.pausedAt === null ? accept() : accept({ type: 'turnResumed', data: { turn } }),
    ),
  extendTurn: (state, { turn, by }, { now }) =>
    ofTurn(state, turn, ({ clock }) => {
      const floor = by < 0 ? Math.max(SHORTEST, readClock(clock, now).spent) : SHORTEST;
      if (clock.limit + by < floor) return refuse('floor.nothing_to_change');
      return accept({ type: 'turnExtended', data: { turn, by } });
    }),
};
