/** What each role sees of the statements. Every view is built up, field by field. */
import type {
  DeskStatement,
  ListedStatement,
  MyStatement,
  OpinionsView,
  Tally,
} from '@wenzheng/shared/forum/opinions';
import { documentView, ownKey, type CollectionView, type Sight } from '../../engine/views';
import { isApproved, NO_ANSWERS, type StatementRow } from './state';

const copyTally = ({ state }: Sight, id: string): Tally => {
  const { agree, disagree, pass } = state.statementTallies.get(id) ?? NO_ANSWERS;
  return { agree, disagree, pass };
};

const newest = ({ opinions }: Sight): readonly string[] => opinions.newest();

/** The statements that all phones share. */
export const statementsCollection: CollectionView<ListedStatement> = {
  reads: { statements: ownKey },
  tallies: {},
  window: newest,
  all: newest,
  build: (sight, id) => {
    const row = sight.state.statements.get(id);
    if (!row || !isApproved(row)) return undefined;
    return { number: row.number, text: sight.words(row.text) };
  },
};

/** Of what belongs to a desk, what it holds. */
function statementsThat<T>(
  belongs: (row: StatementRow) => boolean,
  tallies: CollectionView<T>['tallies'],
  build: (sight: Sight, row: StatementRow) => T,
): CollectionView<T> {
  return {
    reads: { statements: ownKey },
    tallies: { ...tallies, statementWindow: ownKey },
    window: null,
    all: ({ opinions }) => opinions.desk(),
    build: (sight, id) => {
      const row = sight.state.statements.get(id);
      return row && belongs(row) && sight.opinions.onDesk(id) ? build(sight, row) : undefined;
    },
  };
}

export const statementDeskCollection = statementsThat<DeskStatement>(
  ({ state }) => state !== 'withdrawn',
  {},
  (sight, row) => ({
    number: row.number,
    text: sight.words(row.text),
    state: row.state,
    prepared: row.prepared,
    at: row.at,
    department: row.department,
  }),
);

/** Who agrees with what everyone sees, or saw before it was declined; for desks. */
export const talliesCollection = statementsThat<Tally>(
  ({ state }) => state === 'approved' || state === 'declined',
  { statementTallies: ownKey },
  (sight, { id }) => copyTally(sight, id),
);

export const opinionsDocument = documentView({
  reads: ['statements'],
  tallies: ['statementTallies', 'statementAnswers'],
  build: (sight): OpinionsView => ({
    statements: sight.opinions.mostAnswered().flatMap((id) => {
      const row = sight.state.statements.get(id);
      if (!row) return [];
      return [{ id, number: row.number, text: sight.words(row.text), tally: copyTally(sight, id) }];
    }),
    total: sight.opinions.total,
    answers: sight.opinions.answers,
    people: sight.opinions.people,
  }),
});

export const myStatementView = ({ words }: Sight, row: StatementRow): MyStatement => ({
  id: row.id,
  number: row.number,
  text: words(row.text),
  state: row.state,
  declined: row.declined,
});
