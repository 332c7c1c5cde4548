import type { QuestionState } from '@wenzheng/shared/forum/questions';
import type { Refusal } from '@wenzheng/shared/wire/protocol';
import { accept, refuse, type Decides } from '../../../engine/rooms';
import type { ForumState } from '../../../engine/state';
import { inState } from '../in-state';

/** What has not come to the floor yet may go into another. */
const MAY_GO: readonly QuestionState[] = ['submitted', 'screened', 'queued'];
/** What is open or was dealt with may take others in; what was turned away or is merged itself may not. */
export const MAY_TAKE_IN: readonly QuestionState[] = [
  ...MAY_GO,
  'on_floor',
  'answered',
  'deflected',
];

export const decideMerging: Decides<'mergeQuestion' | 'separateQuestion'> = {
  mergeQuestion: (state, { question, into }, { now: since }) =>
    inState(
      state,
      question,
      MAY_GO,
      () =>
        intoProblem(state, question, into) ??
        accept({ type: 'questionMerged', data: { question, into, since } }),
    ),

  separateQuestion: (state, { question }) =>
    inState(state, question, ['merged'], () =>
      accept({ type: 'questionSeparated', data: { question } }),
    ),
};

/** Why `question` cannot go into `into`. As only roots take others in, no question ever counts for itself. */
export function intoProblem(state: ForumState, question: string, into: string): Refusal | null {
  const target = state.questions.get(into);
  if (!target) return refuse('questions.unknown', { field: 'into' });
  const may = into !== question && MAY_TAKE_IN.includes(target.state);
  return may ? null : refuse('questions.wrong_state', { field: 'into' });
}
