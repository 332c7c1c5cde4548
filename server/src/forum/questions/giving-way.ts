/** What was being answered gives way to something else: it was an answer all the same, and is recorded as one. */
import type { NewEntry } from '../../engine/entries';
import type { Decides, Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { decideFloor, endTurn, officialHasSpoken } from '../floor';

/** Talks and exchanges are begun in the room below, which knows of no questions. */
export const decideGivingWay: Decides<'startTalk' | 'startExchange'> = {
  startTalk: (state, command, context) =>
    after(state, decideFloor.startTalk(state, command, context)),
  startExchange: (state, command, context) =>
    after(state, decideFloor.startExchange(state, command, context)),
};

function after(state: ForumState, begins: Decision): Decision {
  if (!begins.ok) return begins;
  return {
    ok: true,
    entries: [...answerGiven(state), ...exchangeAnswered(state), ...begins.entries],
  };
}

/** Nobody is known to have answered a question that no official had the floor for. */
function answerGiven({ currentQuestion, questions }: ForumState): NewEntry[] {
  const row = questions.get(currentQuestion.value ?? '');
  if (row?.state !== 'on_floor' || row.answerers.length === 0) return [];
  return [{ type: 'questionAnswered', data: { question: row.id, notes: null } }];
}

/** Likewise an exchange in which the official was not heard. */
export function exchangeAnswered({ floor }: ForumState): NewEntry[] {
  const turn = floor.value;
  return turn && officialHasSpoken(turn) ? [endTurn(turn.turn)] : [];
}
