import { pauseClock, resumeClock, startClock, type Clock } from '@wenzheng/shared/time/countdown';
import { duration, type Duration, type Instant } from '@wenzheng/shared/time/instant';
import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { noteHeld } from './held';
import { evolveInterjections } from './interjections';
import type { TurnRow } from './state';
import { writeDown } from './written';

function change(state: ForumState, turn: number, fields: (running: TurnRow) => Partial<TurnRow>) {
  const running = state.floor.value;
  if (running?.turn === turn) state.floor.set({ ...running, ...fields(running) });
}
const changeClock = (state: ForumState, turn: number, to: (clock: Clock) => Clock): void =>
  change(state, turn, ({ clock }) => ({ clock: to(clock) }));

/** Whatever takes the floor away ends the exchange on it; nobody's outcome is lost by that. */
function endExchange(state: ForumState, at: Instant): void {
  const id = state.floor.value?.exchange?.id;
  const row = id === undefined ? undefined : state.exchanges.get(id);
  if (id !== undefined && row) state.exchanges.put(id, { ...row, endedAt: at });
}

/** Also of a clock that is paused: whatever was done to it before is not undone across the emergency. */
function standStill(state: ForumState, at: Instant): void {
  const running = state.floor.value;
  if (!running || running.stopped) return;
  const stopped = running.clock.pausedAt === null ? 'running' : 'paused';
  const interjection = whose(running, (clock) => pauseClock(clock, at));
  state.floor.set({ ...running, stopped, interjection, clock: pauseClock(running.clock, at) });
}
function goOn(state: ForumState, at: Instant): void {
  const running = state.floor.value;
  if (!running?.stopped) return;
  const { stopped, clock } = running;
  const asItWas = stopped === 'running' ? resumeClock(clock, at) : clock;
  const interjection = whose(running, (spoken) => resumeClock(spoken, at));
  state.floor.set({ ...running, stopped: null, interjection, clock: asItWas });
}
/** What is said in an interjection, which is never paused by itself, with its clock changed. */
const whose = ({ interjection }: TurnRow, to: (clock: Clock) => Clock): TurnRow['interjection'] =>
  interjection && { ...interjection, clock: to(interjection.clock) };

function leaveFloor(state: ForumState, at: Instant): void {
  noteHeld(state, at);
  endExchange(state, at);
  if (state.floor.value) state.floor.set(null);
}

type Begins = Pick<TurnRow, 'turn' | 'kind' | 'phase' | 'speaker'> & Partial<TurnRow>;
function takeFloor(state: ForumState, turn: Begins, limit: Duration, at: Instant): void {
  noteHeld(state, at);
  endExchange(state, at);
  state.floor.set({
    begunAt: at,
    heldIn: state.currentItem.value,
    beside: [],
    index: null,
    item: null,
    subject: null,
    clock: startClock(limit, at),
    setBack: duration(0),
    stopped: null,
    interjection: null,
    exchange: null,
    ...turn,
  });
}

export const evolveFloor: Evolves = {
  ...evolveInterjections,
  // A new item of the agenda begins with an empty floor.
  agendaItemStarted: (state, { at }) => leaveFloor(state, at),
  forumClosed: (state, { at }) => leaveFloor(state, at),
  emergencyRaised: (state, { at }) => standStill(state, at),
  emergencyCleared: (state, { at }) => goOn(state, at),
  talkStarted: (state, { data, seq, at }) => {
    const { item, index, speaker, limit } = data;
    state.lastTalks.put(item, index);
    const turn = { turn: seq, kind: 'talk', phase: 'speaking', speaker, index, item } as const;
    takeFloor(state, turn, limit, at);
  },
  floorGiven: (state, { data, seq, at }) => {
    const { phase, speaker, subject, limit } = data;
    takeFloor(state, { turn: seq, kind: 'question', phase, speaker, subject }, limit, at);
  },
  turnJoined: (state, { data: { turn, speaker } }) =>
    change(state, turn, ({ beside }) => ({ beside: [...beside, speaker] })),
  turnEnded: (state, { data, at }) => {
    if (state.floor.value?.turn === data.turn) leaveFloor(state, at);
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
  turnSetBack: (state, { data }) =>
    change(state, data.turn, ({ clock, setBack }) => ({
      clock: { ...clock, spentBeforePause: duration(clock.spentBeforePause + data.by) },
      setBack: duration(setBack + data.by),
    })),
  representativePut: (state, { data, seq }) => {
    const { representative, ...fields } = data;
    const before = state.representatives.get(representative) ?? { since: seq, exchanges: 0 };
    state.representatives.put(representative, { ...before, ...fields });
    // A slip of the pen is mended while they speak; what is over keeps its name.
    const id = state.floor.value?.exchange?.id ?? '';
    const running = state.exchanges.get(id);
    if (running?.representative === representative)
      state.exchanges.put(id, { ...running, name: fields.name });
  },
  representativeRemoved: (state, { data }) => state.representatives.remove(data.representative),
  exchangeStarted: (state, { data, seq, at }) => {
    const { limit, ...fields } = data;
    const id = String(seq);
    const exchange = { id, resting: pauseClock(startClock(limit, at), at) };
    const { official } = fields;
    const turn = { turn: seq, kind: 'exchange', phase: 'representative' } as const;
    takeFloor(state, { ...turn, speaker: official, exchange }, limit, at);
    const person = state.representatives.get(fields.representative);
    const name = person?.name ?? null;
    const toCome = { endedAt: null, outcome: null, written: null, revision: 0 };
    state.exchanges.put(id, { ...fields, name, startedAt: at, ...toCome });
    if (person)
      state.representatives.put(fields.representative, {
        ...person,
        exchanges: person.exchanges + 1,
      });
  },
  floorPassed: (state, { data, at }) =>
    change(state, data.turn, ({ clock, exchange }) =>
      exchange
        ? {
            phase: data.to,
            clock: resumeClock(exchange.resting, at),
            exchange: { ...exchange, resting: pauseClock(clock, at) },
          }
        : {},
    ),
  outcomeRecorded: (state, { data, seq, at }) => {
    const { exchange, outcome, why = null } = data;
    const row = state.exchanges.get(exchange);
    if (!row) return;
    const written = writeDown(row.outcome, row.written, { at, why });
    state.exchanges.put(exchange, { ...row, outcome, written, revision: seq });
  },
};
