/** Sums that several screens show of the forum's figures. */
import type { ResultsView } from '@wenzheng/shared/forum/followup';
import type { QuestionState } from '@wenzheng/shared/forum/questions';

const OPEN: readonly QuestionState[] = ['submitted', 'screened', 'queued', 'on_floor', 'deferred'];

/** Questions that came in and have had neither an answer nor another stated end. */
export const notYetAnswered = ({ byState }: Pick<ResultsView, 'byState'>): number =>
  OPEN.reduce((sum, state) => sum + byState[state], 0);
