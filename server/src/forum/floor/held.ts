/** What is kept of a turn once it is over. */
import { readClock, type Clock } from '@wenzheng/shared/time/countdown';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { ForumState } from '../../engine/state';
import type { HeldTime, TurnRow } from './state';

/** Notes the turn that has the floor, if there is one, as over at `at`. */
export function noteHeld(state: ForumState, at: Instant): void {
  const turn = state.floor.value;
  if (!turn) return;
  noteInterjection(state, turn, at);
  const { kind, speaker, begunAt, heldIn } = turn;
  state.heldTurns.put(String(turn.turn), {
    ...{ kind, speaker, begunAt, heldIn },
    endedAt: at,
    exchange: turn.exchange?.id ?? null,
    times: timesOf(turn, at),
  });
}

/** Notes the interjection in `turn`, if there is one, as over at `at`. */
export function noteInterjection(
  state: ForumState,
  { heldIn, interjection }: TurnRow,
  at: Instant,
): void {
  if (!interjection) return;
  const { number, official, begunAt, clock } = interjection;
  state.heldTurns.put(String(number), {
    ...{ kind: 'interjection', speaker: official, begunAt, heldIn },
    endedAt: at,
    exchange: null,
    times: [{ who: 'speaking', limit: clock.limit, spent: readClock(clock, at).spent }],
  });
}

function timesOf({ phase, clock, exchange }: TurnRow, at: Instant): readonly HeldTime[] {
  const time = (who: HeldTime['who'], read: Clock): HeldTime => ({
    who,
    limit: read.limit,
    spent: readClock(read, at).spent,
  });
  if (!exchange) return [time(phase, clock)];
  const other = phase === 'official' ? 'representative' : 'official';
  const both = [time(phase, clock), time(other, exchange.resting)];
  return phase === 'official' ? both.reverse() : both;
}
