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

/** What a phone answered before it came by its ticket becomes the ticket's; where both did, the ticket's stands. */
function carryAnswers(state: ForumState, from: string, to: string): void {
  const earlier = state.statementAnswers.get(from);
  if (!earlier) return;
  const own = state.statementAnswers.get(to) ?? {};
  for (const [statement, answer] of Object.entries(earlier)) {
    setAnswer(state, from, statement, null);
    if (own[statement] === undefined) setAnswer(state, to, statement, answer);
  }
  state.statementAnswers.remove(from);
}

export const evolveOpinions: Evolves = {
  statementSubmitted: (state, { data, at }) => {
    const { statement, ...fields } = data;
    state.statements.put(statement, {
      ...fields,
      id: statement,
      state: 'submitted',
      declined: null,
      department: null,
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
  statementAssigned: (state, { data }) =>
    change(state, data.statement, { department: data.department }),
  statementWithdrawn: (state, { data }) => change(state, data.statement, { state: 'withdrawn' }),
  statementAnswered: (state, { data }) => {
    if (data.stream !== undefined) carryAnswers(state, data.stream, data.voter);
    setAnswer(state, data.voter, data.statement, data.answer);
  },
};
