import type { NewEntry } from '../../engine/entries';
import { accept, refuse, type Context, type Decides, type Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import type { StatementRow } from './state';

type OpinionCommand =
  | 'submitStatement'
  | 'addStatement'
  | 'approveStatement'
  | 'declineStatement'
  | 'assignStatement'
  | 'answerStatement';

export const decideOpinions: Decides<OpinionCommand> = {
  submitStatement: (state, { text }, context) => accept(submitted(state, text, context, false)),

  addStatement: (state, { text }, context) => {
    const entry = submitted(state, text, context, true);
    const { statement } = entry.data;
    return accept(entry, { type: 'statementApproved', data: { statement } });
  },

  approveStatement: (state, { statement }) =>
    inState(state, statement, ['submitted', 'declined'], () =>
      accept({ type: 'statementApproved', data: { statement } }),
    ),

  declineStatement: (state, { statement, reason }) =>
    inState(state, statement, ['submitted', 'approved'], () =>
      accept({ type: 'statementDeclined', data: { statement, reason } }),
    ),

  assignStatement: (state, { statement, department }) =>
    inState(state, statement, ['approved'], () => {
      if (department !== null && !state.departments.get(department))
        return refuse('questions.unknown_department');
      return state.statements.get(statement)?.department === department
        ? accept()
        : accept({ type: 'statementAssigned', data: { statement, department } });
    }),

  answerStatement: (state, { statement, answer }, { vote }) => {
    const row = state.statements.get(statement);
    // Nobody learns by trying which statements wait for the desk.
    const unseen = row?.state !== 'approved' && row?.state !== 'declined';
    if (unseen || !vote) return refuse('opinions.unknown');
    return inState(state, statement, ['approved'], () =>
      accept({ type: 'statementAnswered', data: { statement, answer, ...vote } }),
    );
  },
};

function inState(
  state: ForumState,
  id: string,
  states: readonly StatementRow['state'][],
  decide: () => Decision,
): Decision {
  const row = state.statements.get(id);
  if (!row) return refuse('opinions.unknown');
  return states.includes(row.state) ? decide() : refuse('opinions.wrong_state');
}

function submitted(
  state: ForumState,
  text: string,
  context: Context,
  prepared: boolean,
): Extract<NewEntry, { type: 'statementSubmitted' }> {
  const number = state.statements.size + 1;
  const asker = context.actor.role === 'audience' ? context.actor.id : null;
  return {
    type: 'statementSubmitted',
    data: { statement: String(number), number, text: context.keep(text), prepared, asker },
  };
}
