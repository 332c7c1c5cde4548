/** Who has the floor, and the clock they speak by. */
import { readClock, type Clock } from '@wenzheng/shared/time/countdown';
import type { Duration } from '@wenzheng/shared/time/instant';
import type { NewEntry } from '../../engine/entries';
import type { TurnRow } from './state';

export { floorTables } from './state';
export type { ExchangeRow, FloorEntries, OutcomeRow, RepresentativeRow, TurnRow } from './state';
export { commitmentProblem, copyCommitment, isCommitment, keepCommitment } from './commitment';
export type { CommitmentRow } from './commitment';
export { copyWriting, keepReason, writeDown } from './written';
export type { Written } from './written';
export { decideFloor } from './decide';
export { evolveFloor } from './evolve';
export {
  exchangesCollection,
  floorDocument,
  heldTurnsCollection,
  rosterDocument,
  talksDocument,
} from './view';

/** For rooms above: gives the floor to whoever asks or answers `subject`. */
export const giveFloor = (
  phase: 'asking' | 'answering',
  subject: string,
  speaker: string | null,
  limit: Duration,
): NewEntry => ({ type: 'floorGiven', data: { phase, subject, speaker, limit } });

/** For rooms above: has `speaker` share the floor, and its clock, with whoever has it. */
export const joinTurn = (turn: number, speaker: string): NewEntry => ({
  type: 'turnJoined',
  data: { turn, speaker },
});

/** For rooms above: in an exchange, whether the official has had the floor. */
export const officialHasSpoken = ({ phase, exchange }: TurnRow): boolean =>
  exchange !== null && (phase === 'official' || hasRun(exchange.resting));
const hasRun = (clock: Clock): boolean => readClock(clock, clock.startedAt).spent > 0;

/** For rooms above: leaves the floor empty. */
export const endTurn = (turn: number): NewEntry => ({ type: 'turnEnded', data: { turn } });
