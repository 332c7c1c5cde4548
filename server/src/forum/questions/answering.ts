/** What becomes of the question on the floor: it is answered, or deflected to a department. */
import { ANSWER_LIMIT } from '@wenzheng/shared/forum/limits';
import { ANSWERERS_AT_ONCE } from '@wenzheng/shared/forum/question-commands';
import { dateInChina, type CalendarDate } from '@wenzheng/shared/time/working-days';
import type { CommandOf } from '@wenzheng/shared/forum/commands';
import type { NewEntry } from '../../engine/entries';
import { accept, refuse, type Context, type Decides, type Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import {
  commitmentProblem,
  endTurn,
  giveFloor,
  isCommitment,
  joinTurn,
  keepCommitment,
  keepReason,
} from '../floor';
import { inState } from './in-state';
import { departmentKnown } from './known';

type AnsweringCommand =
  | 'startAnswer'
  | 'joinAnswer'
  | 'answerQuestion'
  | 'completeNotes'
  | 'deflectQuestion'
  | 'amendDeflection';

export const decideAnswering: Decides<AnsweringCommand> = {
  startAnswer: (state, { question, official }) =>
    inState(state, question, ['on_floor', 'answered'], (row) => {
      const turn = state.floor.value;
      if (row.state !== 'on_floor' || turn?.subject !== question) return refuse('floor.moved');
      if (!state.speakers.get(official))
        return refuse('questions.unknown_official', { field: 'official' });
      // Their clock must not start anew because it was pressed twice.
      if (turn.phase === 'answering' && turn.speaker === official && turn.beside.length === 0)
        return accept();
      return accept(
        { type: 'answerStarted', data: { question, official } },
        giveFloor('answering', question, official, ANSWER_LIMIT),
      );
    }),

  joinAnswer: (state, { question, official }) =>
    inState(state, question, ['on_floor', 'answered'], (row) => {
      const turn = state.floor.value;
      const answering = turn?.subject === question && turn.phase === 'answering';
      if (row.state !== 'on_floor' || !answering) return refuse('floor.moved');
      if (!state.speakers.get(official))
        return refuse('questions.unknown_official', { field: 'official' });
      const answer = [turn.speaker, ...turn.beside];
      if (answer.includes(official)) return accept();
      if (answer.length >= ANSWERERS_AT_ONCE) return refuse('questions.too_many_answerers');
      return accept(
        { type: 'answerJoined', data: { question, official } },
        joinTurn(turn.turn, official),
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
    deflectionProblem(state, deflection, now, null) ??
    inState(state, deflection.question, ['on_floor'], () =>
      accept(...leaveFloor(state, deflection.question), {
        type: 'questionDeflected',
        data: deflection,
      }),
    ),

  amendDeflection: (state, { type: _, ...deflection }, { now }) =>
    deflectionProblem(state, deflection, now, dueBefore(state, deflection.question)) ??
    inState(state, deflection.question, ['deflected'], () =>
      accept({ type: 'deflectionAmended', data: deflection }),
    ),
};

const dueBefore = (state: ForumState, question: string): CalendarDate | null =>
  state.questions.get(question)?.deflection?.due ?? null;

/** A due date may stay what it was `before`, though it be over by now. */
function deflectionProblem(
  state: ForumState,
  { department, due }: Pick<CommandOf<'deflectQuestion'>, 'department' | 'due'>,
  now: Context['now'],
  before: CalendarDate | null,
): Decision | null {
  const problem = departmentKnown(state, department);
  if (problem) return problem;
  const over = due < dateInChina(now) && due !== before;
  return over ? refuse('questions.due_in_the_past', { field: 'due' }) : null;
}

function leaveFloor(state: ForumState, question: string): NewEntry[] {
  const turn = state.floor.value;
  return turn?.subject === question ? [endTurn(turn.turn)] : [];
}
