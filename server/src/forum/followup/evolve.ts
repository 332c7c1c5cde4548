import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { exchangeHoldsClosing, questionHoldsClosing } from './to-come';

function note(state: ForumState, key: string, toCome: boolean): void {
  const noted = state.toCome.get(key) ?? false;
  if (toCome && !noted) state.toCome.put(key, true);
  if (!toCome && noted) state.toCome.remove(key);
}

function lookAtQuestion(state: ForumState, id: string): void {
  const row = state.questions.get(id);
  if (row) note(state, `question/${id}`, questionHoldsClosing(row));
}

function lookAtExchange(state: ForumState, id: string): void {
  const row = state.exchanges.get(id);
  if (row) note(state, `exchange/${id}`, exchangeHoldsClosing(row));
}

/** Runs after the rooms below have taken in the same entry. */
export const evolveFollowup: Evolves = {
  agendaItemStarted: (state) => state.votesNoted.set(state.votes.now()),
  forumClosed: (state) => state.votesNoted.set(state.votes.now()),
  questionPicked: (state, { data }) => lookAtQuestion(state, data.question),
  questionAnswered: (state, { data }) => lookAtQuestion(state, data.question),
  questionDeflected: (state, { data }) => lookAtQuestion(state, data.question),
  notesCompleted: (state, { data }) => lookAtQuestion(state, data.question),
  exchangeStarted: (state, { seq }) => lookAtExchange(state, String(seq)),
  outcomeRecorded: (state, { data }) => lookAtExchange(state, data.exchange),
};
