import type { QuestionState } from '@wenzheng/shared/forum/questions';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import type { QuestionRow } from './state';

function change(state: ForumState, id: string, fields: Partial<QuestionRow>): void {
  const row = state.questions.get(id);
  if (row) state.questions.put(id, { ...row, ...fields });
}

function move(
  state: ForumState,
  id: string,
  to: QuestionState,
  at: Instant,
  fields: Partial<QuestionRow>,
): void {
  const row = state.questions.get(id);
  if (row)
    change(state, id, { ...fields, state: to, history: [...row.history, { state: to, at }] });
}

function setSupport(state: ForumState, voter: string, question: string, on: boolean): void {
  const before = state.supports.get(voter) ?? [];
  if (before.includes(question) === on) return;
  state.supports.put(
    voter,
    on ? [...before, question] : before.filter((each) => each !== question),
  );
  state.counts.put(question, (state.counts.get(question) ?? 0) + (on ? 1 : -1));
}

export const evolveQuestions: Evolves = {
  // Moving on in the agenda never loses the question on the floor: it is answered, notes to come.
  agendaItemStarted: (state, { at }) => {
    const current = state.currentQuestion.value;
    if (current === null) return;
    if (state.questions.get(current)?.state === 'on_floor')
      move(state, current, 'answered', at, {});
    state.currentQuestion.set(null);
    state.suggestion.set(null);
  },
  questionAsked: (state, { data, at }) => {
    const { question, ...fields } = data;
    state.questions.put(question, {
      ...fields,
      id: question,
      state: 'submitted',
      history: [{ state: 'submitted', at }],
      declined: null,
      deflection: null,
      official: null,
      notes: null,
    });
    state.trackingCodes.put(data.tracking, question);
    if (data.serial !== null) state.serials.put(data.serial, question);
    if (data.asker !== null) {
      state.askers.put(data.asker, [...(state.askers.get(data.asker) ?? []), question]);
    }
  },
  questionSupported: (state, { data }) => setSupport(state, data.voter, data.question, data.on),
  questionScreened: (state, { data, at }) =>
    move(state, data.question, 'screened', at, { department: data.department }),
  questionQueued: (state, { data, at }) => move(state, data.question, 'queued', at, {}),
  questionDeclined: (state, { data, at }) =>
    move(state, data.question, 'declined', at, {
      declined: { reason: data.reason, note: data.note },
    }),
  questionPicked: (state, { data, at }) => {
    move(state, data.question, 'on_floor', at, {});
    state.currentQuestion.set(data.question);
    state.suggestion.set(data.suggestion);
  },
  answerStarted: (state, { data }) => change(state, data.question, { official: data.official }),
  questionAnswered: (state, { data, at }) => {
    move(state, data.question, 'answered', at, { notes: data.notes });
    state.suggestion.set(null);
  },
  notesCompleted: (state, { data }) => change(state, data.question, { notes: data.notes }),
  questionDeflected: (state, { data, at }) => {
    const { question, ...deflection } = data;
    move(state, question, 'deflected', at, { deflection });
    state.suggestion.set(null);
  },
  deflectionAmended: (state, { data }) => {
    const { question, ...deflection } = data;
    change(state, question, { deflection });
  },
};
