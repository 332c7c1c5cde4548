import { refuse, type Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import type { QuestionRow } from './state';

/** What `decide` answers for question `id`, if there is one and it is in one of `states`. */
export function inState(
  state: ForumState,
  id: string,
  states: readonly QuestionRow['state'][],
  decide: (row: QuestionRow) => Decision,
): Decision {
  const row = state.questions.get(id);
  if (!row) return refuse('questions.unknown');
  return states.includes(row.state) ? decide(row) : refuse('questions.wrong_state');
}
