/** The forum's figures as its screens show them, and what stands between it and its closing. */
import type { ClosingView, ResultsView } from '@wenzheng/shared/forum/followup';
import type { Stage } from '@wenzheng/shared/forum/agenda';
import { documentView, type Sight, type Source } from '../../engine/views';
import type { ForumState } from '../../engine/state';
import { copyCommitment } from '../floor';

const COUNTED: readonly Source[] = [
  'questions',
  'counts',
  'exchanges',
  'statements',
  'statementTallies',
];
const SHOWN_IN: ReadonlySet<Stage | undefined> = new Set<Stage>(['results', 'closing']);

const mostSupported = (sight: Sight): ResultsView['mostSupported'] =>
  sight.figures.mostSupported().flatMap((id) => {
    const row = sight.state.questions.get(id);
    if (!row) return [];
    const { number, state } = row;
    return [
      { id, number, text: sight.words(row.text), support: sight.state.counts.get(id) ?? 0, state },
    ];
  });

const commitments = (sight: Sight): ResultsView['commitments'] =>
  sight.figures.commitments().flatMap(({ commitment, question, exchange }) => {
    const promised = copyCommitment(sight, commitment);
    return promised ? [{ ...promised, question, exchange }] : [];
  });

function results(sight: Sight): ResultsView {
  const { figures, opinions } = sight;
  return {
    asked: figures.asked,
    bySource: { ...figures.bySource },
    byState: { ...figures.byState },
    deflected: { ...figures.deflected },
    supports: figures.supports,
    mostSupported: mostSupported(sight),
    commitments: commitments(sight),
    exchanges: figures.exchanges,
    statements: opinions.total,
    answers: opinions.answers,
  };
}

export const resultsDocument = documentView({ reads: [], tallies: COUNTED, build: results });

function hasCome({ agenda, forum }: ForumState): boolean {
  const { items, current } = agenda.value;
  const closed = (forum.value?.closedAt ?? null) !== null;
  return closed || SHOWN_IN.has(items.find(({ id }) => id === current)?.stage);
}

/** For phones: nothing before the forum has come to its results. */
export const publicResultsDocument = documentView({
  reads: ['agenda', 'forum'],
  tallies: COUNTED,
  build: (sight): ResultsView | null => (hasCome(sight.state) ? results(sight) : null),
});

export const closingDocument = documentView({
  reads: [],
  tallies: ['questions', 'exchanges', 'statements'],
  build: ({ figures, opinions, ranks }): ClosingView => ({
    notesToCome: figures.notesToCome,
    outcomesToCome: figures.outcomesToCome,
    unscreened: figures.byState.submitted,
    waiting: ranks.waiting,
    statementsToReview: opinions.toReview,
  }),
});
