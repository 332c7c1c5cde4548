import type { Speaker } from '@wenzheng/shared/forum/agenda';
import type {
  ExchangeView,
  FloorView,
  HeldTurn,
  Representative,
  RosterView,
  TalksView,
} from '@wenzheng/shared/forum/floor';
import type { Clock } from '@wenzheng/shared/time/countdown';
import { documentView, ownKey, type CollectionView, type Sight } from '../../engine/views';
import type { ForumState } from '../../engine/state';
import { copyCommitment } from './commitment';
import type { ExchangeRow, OutcomeRow, RepresentativeRow, TurnRow } from './state';
import { copyWriting } from './written';

function speakerOf(state: ForumState, id: string | null | undefined): Speaker | null {
  const found = state.speakers.get(id ?? '');
  if (!found) return null;
  return { id: found.id, name: found.name, office: found.office, department: found.department };
}

const copyClock = (clock: Clock): FloorView['clock'] => ({
  limit: clock.limit,
  startedAt: clock.startedAt,
  spentBeforePause: clock.spentBeforePause,
  pausedAt: clock.pausedAt,
  thresholds: { warning: clock.thresholds.warning, final: clock.thresholds.final },
});

const copyRepresentative = (
  { words }: Sight,
  id: string,
  row: RepresentativeRow,
): Representative => ({
  id,
  name: words(row.name),
  chosenBy: row.chosenBy,
  of: row.of ? words(row.of) : '',
});

function exchangeOnFloor(sight: Sight, turn: TurnRow): FloorView['exchange'] {
  const { representatives, exchanges } = sight.state;
  if (!turn.exchange) return null;
  const { id, resting } = turn.exchange;
  const row = exchanges.get(id);
  const person = row && representatives.get(row.representative);
  if (!row || !person) return null;
  const clocks =
    turn.phase === 'official'
      ? { representative: copyClock(resting), official: copyClock(turn.clock) }
      : { representative: copyClock(turn.clock), official: copyClock(resting) };
  const representative = copyRepresentative(sight, row.representative, person);
  return { id, number: row.number, representative, clocks };
}

function interjectionOf(
  { state, words }: Sight,
  { interjection }: TurnRow,
): FloorView['interjection'] {
  if (!interjection) return null;
  const { number, official, representative, clock } = interjection;
  const speaker = state.speakers.get(official ?? '');
  const citizen = state.representatives.get(representative ?? '');
  const by = speaker
    ? { side: 'official' as const, name: speaker.name }
    : citizen && { side: 'representative' as const, name: words(citizen.name) };
  return { number, by: by ?? null, clock: copyClock(clock) };
}

export const floorDocument = documentView({
  reads: ['floor', 'speakers', 'agendaItems', 'representatives', 'exchanges'],
  build: (sight): FloorView | null => {
    const { state } = sight;
    const turn = state.floor.value;
    if (!turn) return null;
    const talks = state.agendaItems.get(turn.item ?? '')?.talks ?? [];
    return {
      turn: turn.turn,
      kind: turn.kind,
      phase: turn.phase,
      speaker: speakerOf(state, turn.speaker),
      beside: turn.beside.flatMap((id) => speakerOf(state, id) ?? []),
      position: turn.index === null ? null : { index: turn.index + 1, of: talks.length },
      topic: turn.index === null ? null : (talks[turn.index]?.topic ?? null),
      clock: copyClock(turn.clock),
      interjection: interjectionOf(sight, turn),
      setBack: turn.setBack,
      next: turn.index === null ? null : speakerOf(state, talks[turn.index + 1]?.speaker),
      exchange: exchangeOnFloor(sight, turn),
    };
  },
});

/** How many talks of the running item have had the floor, the one that speaks among them. */
export const talksHeld = ({ lastTalks, currentItem }: ForumState): number =>
  (lastTalks.get(currentItem.value ?? '') ?? -1) + 1;

export const talksDocument = documentView({
  reads: ['lastTalks', 'currentItem'],
  build: ({ state }): TalksView => ({ held: talksHeld(state) }),
});

export const rosterDocument = documentView({
  reads: ['representatives'],
  build: (sight): RosterView => ({
    representatives: [...sight.state.representatives.entries()]
      .sort(([, a], [, b]) => a.since - b.since)
      .map(([id, row]) => ({
        ...copyRepresentative(sight, id, row),
        exchanges: row.exchanges,
      })),
  }),
});

const copyOutcome = (
  sight: Sight,
  { kind, summary, commitment }: OutcomeRow,
): NonNullable<ExchangeView['outcome']> => ({
  kind,
  summary: sight.words(summary),
  commitment: copyCommitment(sight, commitment),
});

const exchangesThat = ({ state }: Sight, belongs: (row: ExchangeRow) => boolean): string[] =>
  [...state.exchanges.entries()].flatMap(([id, row]) => (belongs(row) ? [id] : []));

/** Turns that are over, for the record of the day. */
export const heldTurnsCollection: CollectionView<HeldTurn> = {
  reads: {
    heldTurns: ownKey,
    speakers: (key, _, { state }) =>
      [...state.heldTurns.entries()].flatMap(([turn, { speaker }]) =>
        speaker === key ? [turn] : [],
      ),
  },
  tallies: {},
  window: null,
  all: ({ state }) => [...state.heldTurns.entries()].map(([turn]) => turn),
  build: (sight, turn) => {
    const row = sight.state.heldTurns.get(turn);
    if (!row) return undefined;
    const exchange = row.exchange === null ? undefined : sight.state.exchanges.get(row.exchange);
    return {
      kind: row.kind,
      item: row.heldIn,
      official: speakerOf(sight.state, row.speaker),
      exchange: exchange
        ? {
            number: exchange.number,
            representative: exchange.name ? sight.words(exchange.name) : '',
          }
        : null,
      begunAt: row.begunAt,
      endedAt: row.endedAt,
      times: row.times.map(({ who, limit, spent }) => ({ who, limit, spent })),
    };
  },
};

/** All exchanges, for desks. */
export const exchangesCollection: CollectionView<ExchangeView> = {
  reads: {
    exchanges: ownKey,
    speakers: (key, _, sight) => exchangesThat(sight, ({ official }) => official === key),
  },
  tallies: {},
  window: null,
  all: (sight) => exchangesThat(sight, () => true),
  build: (sight, id) => {
    const row = sight.state.exchanges.get(id);
    if (!row) return undefined;
    return {
      number: row.number,
      representative: row.name ? sight.words(row.name) : '',
      official: speakerOf(sight.state, row.official),
      startedAt: row.startedAt,
      endedAt: row.endedAt,
      outcome: row.outcome && copyOutcome(sight, row.outcome),
      written: row.written && copyWriting(sight, row.written),
      earlier: (row.written?.earlier ?? []).map((each) => ({
        ...copyOutcome(sight, each),
        ...copyWriting(sight, each),
      })),
      revision: row.revision,
    };
  },
};
