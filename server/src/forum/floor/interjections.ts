/** Somebody speaks up in the turn of another. */
import { INTERJECTION_LIMIT } from '@wenzheng/shared/forum/limits';
import { pauseClock, readClock, resumeClock, startClock } from '@wenzheng/shared/time/countdown';
import { duration, seconds } from '@wenzheng/shared/time/instant';
import { isExplained } from '@wenzheng/shared/forum/unclear';
import { accept, refuse, type Decides, type Decision, type Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { noteInterjection } from './held';
import type { InterjectionRow, TurnRow } from './state';

type InterjectionCommand =
  'startInterjection' | 'nameInterjection' | 'extendInterjection' | 'endInterjection';

/** No limit goes below this, however much is taken away. */
const SHORTEST = seconds(10);

function ofInterjection(
  state: ForumState,
  number: number,
  decide: (row: InterjectionRow) => Decision,
): Decision {
  const row = state.floor.value?.interjection;
  return row?.number === number ? decide(row) : refuse('floor.moved');
}

export const decideInterjections: Decides<InterjectionCommand> = {
  startInterjection: (state, { turn }) => {
    const running = state.floor.value;
    if (running?.turn !== turn) return refuse('floor.moved');
    // Citizens are heard out: whoever asks, and a representative.
    if (!isExplained(running)) return refuse('floor.protected');
    if (running.interjection) return accept();
    return accept({ type: 'interjectionStarted', data: { turn, limit: INTERJECTION_LIMIT } });
  },
  nameInterjection: (state, { interjection, official, representative: named }) =>
    ofInterjection(state, interjection, (row) => {
      const representative = official === null ? named : null;
      if (official !== null && !state.speakers.get(official))
        return refuse('floor.unknown_speaker', { field: 'official' });
      if (representative !== null && !state.representatives.get(representative))
        return refuse('floor.unknown_representative', { field: 'representative' });
      if (row.official === official && row.representative === representative) return accept();
      return accept({
        type: 'interjectionNamed',
        data: { interjection, official, representative },
      });
    }),
  extendInterjection: (state, { interjection, by }, { now }) =>
    ofInterjection(state, interjection, ({ clock }) => {
      const least = by < 0 ? Math.max(SHORTEST, readClock(clock, now).spent) : SHORTEST;
      if (clock.limit + by < least) return refuse('floor.nothing_to_change');
      return accept({ type: 'interjectionExtended', data: { interjection, by } });
    }),
  endInterjection: (state, { interjection }) =>
    ofInterjection(state, interjection, () =>
      accept({ type: 'interjectionEnded', data: { interjection } }),
    ),
};

/** Sets what becomes of the turn in which interjection `number` lasts. */
function change(
  state: ForumState,
  number: number,
  to: (turn: TurnRow, row: InterjectionRow) => Partial<TurnRow>,
): void {
  const running = state.floor.value;
  const row = running?.interjection;
  if (running && row?.number === number) state.floor.set({ ...running, ...to(running, row) });
}

export const evolveInterjections: Evolves = {
  interjectionStarted: (state, { data: { turn, limit }, seq, at }) => {
    const running = state.floor.value;
    if (running?.turn !== turn) return;
    const interjection: InterjectionRow = {
      ...{ number: seq, begunAt: at, official: null, representative: null },
      clock: startClock(limit, at),
      goesOn: running.clock.pausedAt === null,
    };
    state.floor.set({ ...running, interjection, clock: pauseClock(running.clock, at) });
  },
  interjectionNamed: (state, { data: { interjection, official, representative } }) =>
    change(state, interjection, (_, row) => ({
      interjection: { ...row, official, representative },
    })),
  interjectionExtended: (state, { data: { interjection, by } }) =>
    change(state, interjection, (_, { clock, ...row }) => ({
      interjection: { ...row, clock: { ...clock, limit: duration(clock.limit + by) } },
    })),
  interjectionEnded: (state, { data, at }) =>
    change(state, data.interjection, (turn, { goesOn }) => {
      noteInterjection(state, turn, at);
      return { interjection: null, clock: goesOn ? resumeClock(turn.clock, at) : turn.clock };
    }),
};
