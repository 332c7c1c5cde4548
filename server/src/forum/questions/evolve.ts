import { isFromHall } from '@wenzheng/shared/forum/picking';
import { serialNamed } from '@wenzheng/shared/forum/slip-serial';
import type { QuestionState } from '@wenzheng/shared/forum/questions';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { writeDown } from '../floor';
import { evolveMerging } from './merging/evolve';
import { isOpen, type AnswerRow, type QuestionRow } from './state';
import { takeSupport } from './support';

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
  if (!row) return;
  const history = [...row.history, { state: to, at }];
  // Whoever moves a question on has seen it.
  change(state, id, { reviewToCome: false, ...fields, state: to, history });
}

function addAnswerer(state: ForumState, id: string, official: string): void {
  const answerers = state.questions.get(id)?.answerers ?? [];
  if (!answerers.includes(official)) change(state, id, { answerers: [...answerers, official] });
}

/** Moving on never loses the question on the floor: it is answered, notes to come. */
function leaveCurrent(state: ForumState, at: Instant): void {
  const current = state.currentQuestion.value;
  if (current === null) return;
  if (state.questions.get(current)?.state === 'on_floor') move(state, current, 'answered', at, {});
  state.currentQuestion.set(null);
  state.suggestion.set(null);
}

export const evolveQuestions: Evolves = {
  ...evolveMerging,
  questionMasked: (state, { data: { question, on } }) => change(state, question, { unmasked: !on }),
  rudeWordsPut: (state, { data }) => state.rudeWords.set(data.words),
  agendaItemStarted: (state, { at }) => leaveCurrent(state, at),
  talkStarted: (state, { at }) => leaveCurrent(state, at),
  exchangeStarted: (state, { at }) => leaveCurrent(state, at),
  forumClosed: (state, { at }) => {
    leaveCurrent(state, at);
    // What came of the day is told in full.
    if (state.countsHidden.value !== null) state.countsHidden.set(null);
    for (const [id, row] of state.questions.entries())
      if (row.state === 'submitted' || isOpen(row)) move(state, id, 'deferred', at, {});
  },
  questionAsked: (state, { data, seq, at }) => {
    const { question } = data;
    // Written out: a hub that folds anew comes by here for every question there is.
    state.questions.put(question, {
      number: data.number,
      text: data.text,
      name: data.name,
      source: data.source,
      serial: data.serial,
      department: data.department,
      suggestedDepartment: data.suggestedDepartment,
      area: data.area ?? null,
      topic: data.topic ?? null,
      suggestedTopic: data.suggestedTopic ?? null,
      mic: data.mic ?? null,
      tracking: data.tracking,
      zone: data.zone ?? null,
      asker: data.asker,
      id: question,
      state: 'submitted',
      history: [{ state: 'submitted', at }],
      original: null,
      declined: null,
      deflection: null,
      official: null,
      answerers: [],
      notes: null,
      commitment: null,
      written: null,
      unmasked: false,
      mergedInto: null,
      reviewToCome: false,
      revision: seq,
    });
    state.trackingCodes.put(data.tracking, question);
    if (data.serial !== null) state.serials.put(serialNamed(data.serial), question);
    if (data.asker !== null) {
      state.askers.put(data.asker, [...(state.askers.get(data.asker) ?? []), question]);
    }
  },
  questionSupported: (state, { data }) => takeSupport(state, data),
  questionScreened: (state, { data, at }) =>
    move(state, data.question, 'screened', at, {
      department: data.department,
      topic: data.topic ?? null,
    }),
  questionQueued: (state, { data, at }) =>
    move(state, data.question, 'queued', at, { reviewToCome: data.reviewToCome ?? false }),
  questionReviewed: (state, { data }) =>
    change(state, data.question, {
      department: data.department,
      topic: data.topic ?? null,
      reviewToCome: false,
    }),
  questionEdited: (state, { data, seq }) => {
    const row = state.questions.get(data.question);
    if (!row) return;
    const own = row.original ?? row.text;
    // With their own words in place again there is nothing beside them to keep.
    const original = data.text.id === own.id ? null : own;
    // Whoever lifted the mask has not read these.
    change(state, data.question, { text: data.text, original, unmasked: false, revision: seq });
  },
  questionDeclined: (state, { data, at }) =>
    move(state, data.question, 'declined', at, {
      declined: { reason: data.reason, note: data.note },
    }),
  countsHiddenSet: (state, { data }) => state.countsHidden.set(data.seed),
  hallShareSet: (state, { data }) => state.hallShare.set({ every: data.every }),
  questionPicked: (state, { data, seq, at }) => {
    move(state, data.question, 'on_floor', at, {});
    if (data.standing) state.picks.put(data.question, { ...data.standing, at, entry: seq });
    state.currentQuestion.set(data.question);
    state.suggestion.set(data.suggestion);
    const row = state.questions.get(data.question);
    if (row) state.pickedSinceHall.set(isFromHall(row) ? 0 : state.pickedSinceHall.value + 1);
  },
  answerStarted: (state, { data: { question, official } }) => {
    change(state, question, { official });
    addAnswerer(state, question, official);
  },
  answerJoined: (state, { data: { question, official } }) => addAnswerer(state, question, official),
  questionAnswered: (state, { data, seq, at }) => {
    const written = data.notes && writeDown<AnswerRow>(null, null, { at, why: null });
    move(state, data.question, 'answered', at, { notes: data.notes, written, revision: seq });
    state.suggestion.set(null);
  },
  notesCompleted: (state, { data, seq, at }) => {
    const { question, notes, commitment, why = null } = data;
    const row = state.questions.get(question);
    if (!row) return;
    const stood = row.notes && { notes: row.notes, commitment: row.commitment };
    const written = writeDown(stood, row.written, { at, why });
    change(state, question, { notes, commitment, written, revision: seq });
  },
  // The slip may be entered anew.
  questionWithdrawn: (state, { data, at }) => {
    const serial = serialNamed(state.questions.get(data.question)?.serial ?? '');
    if (state.serials.get(serial) === data.question) state.serials.remove(serial);
    move(state, data.question, 'withdrawn', at, {});
  },
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
