import type { Answer } from '@wenzheng/shared/forum/opinions';
import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { NO_ANSWERS, type StatementRow } from './state';

function change(state: ForumState, id: string, fields: Partial<StatementRow>): void {
  const row = state.statements.get(id);
  if (row) state.statements.put(id, { ...row, ...fields });
}

function setAnswer(
  state: ForumState,
  voter: string,
  statement: string,
  answer: Answer | null,
): void {
  const own = state.statementAnswers.get(voter) ?? {};
  const before = own[statement] ?? null;
  if (before === answer) return;
  const { [statement]: _, ...others } = own;
  state.statementAnswers.put(voter, answer === null ? others : { ...others, [statement]: answer });
  const tally = { ...(state.statementTallies.get(statement) ?? NO_ANSWERS) };
  if (before) tally[before] -= 1;
  if (answer) tally[answer] += 1;
  state.statementTallies.put(statement, tally);
}

export const evolveOpinions: Evolves = {
  statementSubmitted: (state, { data, at }) => {
    const { statement, ...fields } = data;
    state.statements.put(statement, {
      ...fields,
      id: statement,
      state: 'submitted',
      declined: null,
      at,
    });
    if (data.asker === null) return;
    const own = state.statementAskers.get(data.asker) ?? [];
    state.statementAskers.put(data.asker, [...own, statement]);
  },
  statementApproved: (state, { data }) =>
    change(state, data.statement, { state: 'approved', declined: null }),
  statementDeclined: (state, { data }) =>
    change(state, data.statement, { state: 'declined', declined: data.reason }),
  statementWithdrawn: (state, { data }) => change(state, data.statement, { state: 'withdrawn' }),
  statementAnswered: (state, { data }) => setAnswer(state, data.voter, data.statement, data.answer),
};
