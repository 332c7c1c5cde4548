import { ANSWER_LIMIT } from '@wenzheng/shared/forum/limits';
import { makeTrackingCode } from '@wenzheng/shared/forum/tracking';
import { dateInChina } from '@wenzheng/shared/time/working-days';
import type { CommandOf } from '@wenzheng/shared/forum/commands';
import type { NewEntry } from '../../engine/entries';
import { accept, refuse, type Context, type Decides, type Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { departmentsOf } from '../agenda';
import {
  commitmentProblem,
  endTurn,
  giveFloor,
  isCommitment,
  keepCommitment,
  keepReason,
} from '../floor';
import { inState } from './in-state';
import { areaKnown, departmentKnown, micNumberFree, topicKnown } from './known';
import { topicFor } from './routing/topics';
import { decideMerging } from './merging/decide';
import { mayBeSupported, rootOf } from './merging/groups';
import { isOpen, type QuestionRow } from './state';
import { suggestDepartment } from './suggest';

type QuestionCommand =
  | 'askQuestion'
  | 'logQuestion'
  | 'supportQuestion'
  | 'supportByCode'
  | 'screenQuestion'
  | 'declineQuestion'
  | 'editQuestion'
  | 'maskQuestion'
  | 'putRudeWords'
  | 'mergeQuestion'
  | 'separateQuestion'
  | 'startAnswer'
  | 'answerQuestion'
  | 'completeNotes'
  | 'deflectQuestion'
  | 'amendDeflection';

export const decideQuestions: Decides<QuestionCommand> = {
  ...decideMerging,

  maskQuestion: (state, { question, on }) => {
    const row = state.questions.get(question);
    if (!row) return refuse('questions.unknown');
    if (row.unmasked !== on) return accept();
    return accept({ type: 'questionMasked', data: { question, on } });
  },

  putRudeWords: (_, { words }) =>
    accept({ type: 'rudeWordsPut', data: { words: [...new Set(words)] } }),
  askQuestion: (state, command, context) =>
    departmentKnown(state, command.department) ??
    areaKnown(state, command.area) ??
    topicKnown(state, command.topic) ??
    comesIn(
      state,
      asked(
        state,
        {
          ...command,
          source: sourceOf(state, context),
          serial: null,
          mic: null,
        },
        context,
      ),
    ),

  logQuestion: (state, command, context) => {
    const problem = departmentKnown(state, command.department) ?? areaKnown(state, command.area);
    if (problem) return problem;
    if (command.source === 'paper') {
      if (command.mic !== null) return refuse('questions.unknown_number', { field: 'mic' });
      if (command.serial === null) return refuse('questions.serial_missing', { field: 'serial' });
      if (state.serials.get(command.serial))
        return refuse('questions.serial_taken', { field: 'serial' });
      return comesIn(state, asked(state, command, context));
    }
    const taken = micNumberFree(state, command.mic);
    if (taken) return taken;
    // Who stands at the microphone has been seen by the volunteer: it need not wait for the desk.
    const entry = asked(state, { ...command, serial: null }, context);
    const { question, department, suggestedDepartment, suggestedTopic } = entry.data;
    return accept(
      entry,
      {
        type: 'questionScreened',
        data: {
          question,
          department: department ?? suggestedDepartment,
          topic: suggestedTopic ?? null,
        },
      },
      { type: 'questionQueued', data: { question } },
    );
  },

  supportQuestion: supported,
  supportByCode: supported,

  screenQuestion: (state, { question, department, topic }) =>
    departmentKnown(state, department) ??
    topicKnown(state, topic) ??
    inState(state, question, ['submitted', 'queued'], (row) => {
      if (row.reviewToCome)
        return accept({ type: 'questionReviewed', data: { question, department, topic } });
      if (row.state === 'queued') return refuse('questions.wrong_state');
      return accept(
        { type: 'questionScreened', data: { question, department, topic } },
        { type: 'questionQueued', data: { question } },
      );
    }),

  declineQuestion: (state, { question, reason, note }, context) =>
    inState(state, question, ['submitted', 'screened', 'queued'], () =>
      accept({
        type: 'questionDeclined',
        data: { question, reason, note: note === null ? null : context.keep(note) },
      }),
    ),

  editQuestion: (state, { question, text, from }, context) =>
    inState(state, question, ['submitted', 'screened', 'queued'], (row) => {
      if (text === context.read(row.text)) return accept();
      if (row.revision !== from) return refuse('questions.moved');
      const own = row.original !== null && text === context.read(row.original);
      return accept({
        type: 'questionEdited',
        data: { question, text: own && row.original ? row.original : context.keep(text) },
      });
    }),

  startAnswer: (state, { question, official }) =>
    inState(state, question, ['on_floor', 'answered'], (row) => {
      const turn = state.floor.value;
      if (row.state !== 'on_floor' || turn?.subject !== question) return refuse('floor.moved');
      if (!state.speakers.get(official))
        return refuse('questions.unknown_official', { field: 'official' });
      // Their clock must not start anew because it was pressed twice.
      if (turn.phase === 'answering' && turn.speaker === official) return accept();
      return accept(
        { type: 'answerStarted', data: { question, official } },
        giveFloor('answering', question, official, ANSWER_LIMIT),
      );
    }),

  answerQuestion: (state, { question, notes }, context) =>
    inState(state, question, ['on_floor'], () =>
      accept(
        {
          type: 'questionAnswered',
          data: { question, notes: notes === null ? null : context.keep(notes) },
        },
        ...leaveFloor(state, question),
      ),
    ),

  completeNotes: (state, { question, notes, commitment, why, from }, context) =>
    inState(state, question, ['answered'], (row) => {
      if (row.revision !== from) return refuse('questions.moved');
      const same = row.notes !== null && context.read(row.notes) === notes;
      if (same && isCommitment(row.commitment, commitment, context)) return accept();
      return (
        commitmentProblem(state, commitment, row.commitment, context.now) ??
        accept({
          type: 'notesCompleted',
          data: {
            question,
            notes: context.keep(notes),
            commitment: keepCommitment(commitment, context),
            ...keepReason(why, row.notes !== null, context),
          },
        })
      );
    }),

  deflectQuestion: (state, { type: _, ...deflection }, { now }) =>
    deflectionProblem(state, deflection, now) ??
    inState(state, deflection.question, ['on_floor'], () =>
      accept(...leaveFloor(state, deflection.question), {
        type: 'questionDeflected',
        data: deflection,
      }),
    ),

  amendDeflection: (state, { type: _, ...deflection }, { now }) =>
    deflectionProblem(state, deflection, now) ??
    inState(state, deflection.question, ['deflected'], () =>
      accept({ type: 'deflectionAmended', data: deflection }),
    ),
};

function supported(
  state: ForumState,
  { question, on }: Pick<CommandOf<'supportQuestion'>, 'question' | 'on'>,
  { vote }: Context,
): Decision {
  if (!mayBeSupported(state, question) || !vote) return refuse('questions.unknown');
  const counted = state.questions.get(rootOf(state, question));
  if (!counted || (!isOpen(counted) && counted.state !== 'on_floor'))
    return refuse('questions.wrong_state');
  return accept({ type: 'questionSupported', data: { question, on, ...vote } });
}

/** Before the day has begun everybody answers the survey, wherever they are. */
function sourceOf(state: ForumState, { actor, whereabouts }: Context): QuestionRow['source'] {
  if (actor.role === 'kiosk') return 'kiosk';
  if (state.currentItem.value === null) return 'pre_survey';
  return whereabouts.inHall ? 'phone' : 'online';
}

function deflectionProblem(
  state: ForumState,
  { department, due }: Pick<CommandOf<'deflectQuestion'>, 'department' | 'due'>,
  now: Context['now'],
): Decision | null {
  const problem = departmentKnown(state, department);
  if (problem) return problem;
  return due < dateInChina(now) ? refuse('questions.due_in_the_past', { field: 'due' }) : null;
}

function leaveFloor(state: ForumState, question: string): NewEntry[] {
  const turn = state.floor.value;
  return turn?.subject === question ? [endTurn(turn.turn)] : [];
}

function asked(
  state: ForumState,
  said: Pick<
    CommandOf<'logQuestion'>,
    'text' | 'name' | 'serial' | 'department' | 'area' | 'mic'
  > & {
    source: QuestionRow['source'];
    topic?: string | null;
  },
  context: Context,
): Extract<NewEntry, { type: 'questionAsked' }> {
  const number = state.questions.size + 1;
  return {
    type: 'questionAsked',
    data: {
      question: String(number),
      number,
      text: context.keep(said.text),
      name: said.name === null ? null : context.keep(said.name),
      source: said.source,
      serial: said.serial,
      department: said.department,
      area: said.area,
      topic: said.topic ?? null,
      suggestedTopic: said.topic ?? topicFor(said.text, state.forum.value?.topics ?? []),
      mic: said.mic,
      suggestedDepartment: said.department ?? suggestDepartment(said.text, departmentsOf(state)),
      tracking: freeTrackingCode(state, context),
      asker: context.actor.role === 'audience' ? context.actor.id : null,
      ...(context.whereabouts.zone && { zone: context.whereabouts.zone }),
    },
  };
}

/** For the room of slips: a question read off one; null: its stub has no code of its own. */
export function askedOnSlip(
  state: ForumState,
  said: Pick<CommandOf<'logQuestion'>, 'text' | 'name' | 'department' | 'area'> & {
    serial: string;
  },
  tracking: string | null,
  context: Context,
): Decision {
  const problem = departmentKnown(state, said.department) ?? areaKnown(state, said.area);
  if (problem) return problem;
  const entry = asked(state, { ...said, source: 'paper', mic: null }, context);
  const data = { ...entry.data, tracking: tracking ?? entry.data.tracking };
  return comesIn(state, { ...entry, data });
}

/** What the forum has agreed on: a desk looks at it first, or it joins the queue and is looked at there. */
function comesIn(state: ForumState, entry: Extract<NewEntry, { type: 'questionAsked' }>): Decision {
  if (state.forum.value?.moderation !== 'post') return accept(entry);
  const { question } = entry.data;
  return accept(entry, { type: 'questionQueued', data: { question, reviewToCome: true } });
}

function freeTrackingCode(state: ForumState, context: Context): string {
  let code = makeTrackingCode(context.random(10));
  while (state.trackingCodes.get(code) !== undefined) code = makeTrackingCode(context.random(10));
  return code;
}
