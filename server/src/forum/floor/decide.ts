import { LIST_LIMIT } from '@wenzheng/shared/forum/agenda';
import { SET_BACK_MAX } from '@wenzheng/shared/forum/floor';
import type { CommandOf } from '@wenzheng/shared/forum/commands';
import { readClock } from '@wenzheng/shared/time/countdown';
import { seconds } from '@wenzheng/shared/time/instant';
import { accept, refuse, type Context, type Decides, type Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { recoverTime } from './recover';
import { commitmentProblem, isCommitment, keepCommitment } from './commitment';
import { decideInterjections } from './interjections';
import type { OutcomeRow, TurnRow } from './state';
import { keepReason } from './written';

type FloorCommand =
  | 'startTalk'
  | 'endTurn'
  | 'pauseTurn'
  | 'resumeTurn'
  | 'extendTurn'
  | 'setBackTurn'
  | 'putRepresentative'
  | 'removeRepresentative'
  | 'startExchange'
  | 'passFloor'
  | 'endExchange'
  | 'recordOutcome'
  | 'recoverTime';

/** No limit goes below this, however much is taken away. */
const SHORTEST = seconds(10);

function ofTurn(state: ForumState, turn: number, decide: (turn: TurnRow) => Decision): Decision {
  const running = state.floor.value;
  return running?.turn === turn ? decide(running) : refuse('floor.moved');
}

/** The same while nobody speaks up in it: whether the clock runs is not the turn's own matter then. */
const ofQuietTurn = (
  state: ForumState,
  turn: number,
  decide: (turn: TurnRow) => Decision,
): Decision =>
  ofTurn(state, turn, (running) =>
    running.interjection ? refuse('floor.interjection') : decide(running),
  );

const isSpeaker = (state: ForumState, speaker: string): boolean =>
  state.speakers.get(speaker) !== undefined;

const isOutcome = (
  row: OutcomeRow | null,
  { kind, summary, commitment }: CommandOf<'recordOutcome'>['outcome'],
  context: Context,
): boolean =>
  row?.kind === kind &&
  context.read(row.summary) === summary &&
  isCommitment(row.commitment, commitment, context);

const keepOutcome = (
  { kind, summary, commitment }: CommandOf<'recordOutcome'>['outcome'],
  context: Context,
): OutcomeRow => ({
  kind,
  summary: context.keep(summary),
  commitment: keepCommitment(commitment, context),
});

export const decideFloor: Decides<FloorCommand> & typeof decideInterjections = {
  ...decideInterjections,
  recoverTime,
  startTalk: (state, { speaker, from }) => {
    if ((state.floor.value?.turn ?? null) !== from) return refuse('floor.moved');
    const item = state.agendaItems.get(state.currentItem.value ?? '');
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
    ofQuietTurn(state, turn, ({ clock }) =>
      clock.pausedAt === null ? accept({ type: 'turnPaused', data: { turn } }) : accept(),
    ),
  resumeTurn: (state, { turn }) =>
    ofQuietTurn(state, turn, ({ clock }) =>
      clock.pausedAt === null ? accept() : accept({ type: 'turnResumed', data: { turn } }),
    ),
  extendTurn: (state, { turn, by }, { now }) =>
    ofTurn(state, turn, ({ clock }) => {
      const floor = by < 0 ? Math.max(SHORTEST, readClock(clock, now).spent) : SHORTEST;
      if (clock.limit + by < floor) return refuse('floor.nothing_to_change');
      return accept({ type: 'turnExtended', data: { turn, by } });
    }),
  setBackTurn: (state, { turn, by }) =>
    ofTurn(state, turn, ({ setBack }) =>
      setBack + by > SET_BACK_MAX
        ? refuse('floor.set_back_too_far')
        : accept({ type: 'turnSetBack', data: { turn, by } }),
    ),

  putRepresentative: (state, { representative: { id, name, chosenBy, of } }, { keep }) => {
    const { representatives } = state;
    if (!representatives.get(id) && representatives.size >= LIST_LIMIT)
      return refuse('agenda.too_many');
    return accept({
      type: 'representativePut',
      data: {
        representative: id,
        name: keep(name),
        chosenBy,
        of: of === '' ? null : keep(of),
      },
    });
  },
  removeRepresentative: (state, { representative }) => {
    const row = state.representatives.get(representative);
    if (!row) return refuse('floor.unknown_representative');
    const speaksUp = state.floor.value?.interjection?.representative === representative;
    if (row.exchanges > 0 || speaksUp) return refuse('agenda.still_used', { by: 'exchange' });
    return accept({ type: 'representativeRemoved', data: { representative } });
  },

  startExchange: (state, { representative, official, quota, from }) => {
    if ((state.floor.value?.turn ?? null) !== from) return refuse('floor.moved');
    if (!state.representatives.get(representative))
      return refuse('floor.unknown_representative', { field: 'representative' });
    if (!isSpeaker(state, official)) return refuse('floor.unknown_speaker', { field: 'official' });
    const number = state.exchanges.size + 1;
    return accept({
      type: 'exchangeStarted',
      data: { number, representative, official, limit: quota },
    });
  },
  passFloor: (state, { turn, to }) =>
    ofQuietTurn(state, turn, ({ exchange, phase }) => {
      if (!exchange) return refuse('floor.unknown_exchange');
      return phase === to ? accept() : accept({ type: 'floorPassed', data: { turn, to } });
    }),
  endExchange: (state, { turn, outcome }, context) =>
    ofTurn(state, turn, ({ exchange }) => {
      if (!exchange) return refuse('floor.unknown_exchange');
      const ended = { type: 'turnEnded', data: { turn } } as const;
      if (!outcome) return accept(ended);
      return (
        commitmentProblem(state, outcome.commitment, null, context.now) ??
        accept(ended, {
          type: 'outcomeRecorded',
          data: { exchange: exchange.id, outcome: keepOutcome(outcome, context) },
        })
      );
    }),
  recordOutcome: (state, { exchange, outcome, why, from }, context) => {
    const row = state.exchanges.get(exchange);
    if (!row) return refuse('floor.unknown_exchange');
    if (row.endedAt === null) return refuse('floor.exchange_running');
    if (row.revision !== from) return refuse('floor.moved');
    if (isOutcome(row.outcome, outcome, context)) return accept();
    const before = row.outcome?.commitment ?? null;
    return (
      commitmentProblem(state, outcome.commitment, before, context.now) ??
      accept({
        type: 'outcomeRecorded',
        data: {
          exchange,
          outcome: keepOutcome(outcome, context),
          ...keepReason(why, row.outcome !== null, context),
        },
      })
    );
  },
};
