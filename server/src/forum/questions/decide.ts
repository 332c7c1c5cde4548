import { serialNamed } from '@wenzheng/shared/forum/slip-serial';
import { makeTrackingCode } from '@wenzheng/shared/forum/tracking';
import type { CommandOf } from '@wenzheng/shared/forum/commands';
import type { NewEntry } from '../../engine/entries';
import { accept, refuse, type Context, type Decides, type Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { departmentsOf } from '../agenda';
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
  | 'separateQuestion';

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
      if (state.serials.get(serialNamed(command.serial)))
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
