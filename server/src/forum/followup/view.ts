/** The forum's figures as its screens show them, and what stands between it and its closing. */
import type {
  ClosingView,
  DeskTotals,
  PublicResultsView,
  ResultsView,
} from '@wenzheng/shared/forum/followup';
import type { PicksView, TopAskedView } from '@wenzheng/shared/forum/picking';
import type { Stage } from '@wenzheng/shared/forum/agenda';
import { documentView, type Sight, type Source } from '../../engine/views';
import type { ForumState } from '../../engine/state';
import { copyCommitment } from '../floor';
import { countsAreHidden, isPublic, shownText } from '../questions';
import { slipsHoldClosing } from '../slips';
import { NO_VOTES, type VotesRow } from './state';

const COUNTED: readonly Source[] = ['questions', 'exchanges', 'statements'];
/** And with them what votes change; a phone that comes into the hall changes `hallCounts` alone. */
const VOTED: readonly Source[] = [
  ...COUNTED,
  'counts',
  'hallCounts',
  'statementTallies',
  'rating',
  'ratingTallies',
];
const SHOWN_WITH_WORDS = 3;
const SHOWN_IN: ReadonlySet<Stage | undefined> = new Set<Stage>(['results', 'closing']);

const mostSupported = (sight: Sight, votes: VotesRow): ResultsView['mostSupported'] =>
  votes.mostSupported.slice(0, SHOWN_WITH_WORDS).flatMap(({ question: id, support }) => {
    const row = sight.state.questions.get(id);
    if (!row || !isPublic(row)) return [];
    return [{ id, number: row.number, text: shownText(sight, row), support, state: row.state }];
  });

const commitments = (sight: Sight): ResultsView['commitments'] =>
  sight.figures.commitments().flatMap(({ commitment, question, exchange }) => {
    const promised = copyCommitment(sight, commitment);
    return promised ? [{ ...promised, question, exchange }] : [];
  });

/** Nobody but staff may tell from the figures who supports what. */
const withoutSupport = ({ answers, rated }: VotesRow): VotesRow => ({
  ...NO_VOTES,
  ...{ answers, rated },
});

function publicResults(sight: Sight, votes: VotesRow): PublicResultsView {
  if (!countsAreHidden(sight.state)) return results(sight, votes);
  const shown = results(sight, withoutSupport(votes));
  return { ...shown, supports: null, supportsInHall: null };
}
const publicTop = (sight: Sight, votes: VotesRow): TopAskedView =>
  topAsked(sight, countsAreHidden(sight.state) ? NO_VOTES : votes);

function results(sight: Sight, votes: VotesRow): ResultsView {
  const { figures, opinions } = sight;
  return {
    asked: figures.asked,
    bySource: { ...figures.bySource },
    byState: { ...figures.byState },
    deflected: { ...figures.deflected },
    supports: votes.supports,
    supportsInHall: votes.supportsInHall,
    mostSupported: mostSupported(sight, votes),
    commitments: commitments(sight),
    exchanges: figures.exchanges,
    statements: opinions.total,
    answers: votes.answers,
    rated: { answers: votes.rated.answers, faces: { ...votes.rated.faces } },
  };
}

export const resultsDocument = documentView({
  reads: [],
  tallies: VOTED,
  build: (sight) => results(sight, sight.state.votes.now()),
});

/** For displays, which show them from the first minute. */
export const shownResultsDocument = documentView({
  reads: ['countsHidden'],
  tallies: VOTED,
  build: (sight) => publicResults(sight, sight.state.votes.now()),
});

function hasCome({ agendaItems, currentItem, forum }: ForumState): boolean {
  const closed = (forum.value?.closedAt ?? null) !== null;
  return closed || SHOWN_IN.has(agendaItems.get(currentItem.value ?? '')?.stage);
}

/**
 * For phones: nothing before the forum has come to its results, and then the votes as they were noted, so that
 * a vote does not send its few kilobytes to every phone anew.
 */
export const publicResultsDocument = documentView({
  reads: ['agendaItems', 'currentItem', 'forum', 'votesNoted', 'countsHidden'],
  tallies: COUNTED,
  build: (sight): PublicResultsView | null =>
    hasCome(sight.state) ? publicResults(sight, sight.state.votesNoted.value) : null,
});

const topAsked = (sight: Sight, votes: VotesRow): TopAskedView => ({
  questions: votes.mostSupported.flatMap(({ question: id, support }) => {
    const row = sight.state.questions.get(id);
    if (!row || !isPublic(row)) return [];
    const asked = sight.state.picks.get(id) !== undefined;
    return [{ id, number: row.number, text: shownText(sight, row), support, asked }];
  }),
});

export const topAskedDocument = documentView({
  reads: ['picks'],
  tallies: ['questions', 'counts'],
  build: (sight) => topAsked(sight, sight.state.votes.now()),
});

/** For displays. */
export const shownTopAskedDocument = documentView({
  reads: ['picks', 'countsHidden'],
  tallies: ['questions', 'counts'],
  build: (sight) => publicTop(sight, sight.state.votes.now()),
});

/** For phones, when they are told the results. */
export const publicTopAskedDocument = documentView({
  reads: ['agendaItems', 'currentItem', 'forum', 'votesNoted', 'countsHidden', 'picks'],
  tallies: ['questions'],
  build: (sight): TopAskedView | null =>
    hasCome(sight.state) ? publicTop(sight, sight.state.votesNoted.value) : null,
});

const picksOf = (sight: Sight, ids: readonly string[]): PicksView['picks'] =>
  ids.flatMap((id) => {
    const [row, pick] = [sight.state.questions.get(id), sight.state.picks.get(id)];
    if (!row || !pick) return [];
    const { manner, support, rank, among, waited } = pick;
    const { number, source } = row;
    const text = shownText(sight, row);
    return [{ id, number, source, text, manner, support, rank, among, waited }];
  });

export const picksDocument = documentView({
  reads: ['picks'],
  tallies: ['questions'],
  build: (sight): PicksView => ({
    picked: sight.figures.picked,
    picks: picksOf(sight, sight.figures.lastPicked()),
  }),
});

/** For displays. */
export const shownPicksDocument = documentView({
  reads: ['picks', 'countsHidden'],
  tallies: ['questions'],
  build: (sight): PicksView => ({
    picked: sight.figures.picked,
    picks: countsAreHidden(sight.state) ? [] : picksOf(sight, sight.figures.lastPicked()),
  }),
});

export const closingDocument = documentView({
  reads: [],
  tallies: [...COUNTED, ...(['slips', 'slipBatches', 'slipBoxes', 'slipDifference'] as const)],
  build: ({ state, figures, opinions, ranks, slips }): ClosingView => ({
    notesToCome: figures.notesToCome,
    outcomesToCome: figures.outcomesToCome,
    slipsOpen: slipsHoldClosing(slips.total(state), state.slipDifference.value),
    unscreened: figures.byState.submitted,
    waiting: ranks.waiting,
    statementsToReview: opinions.toReview,
  }),
});

/** How many there are of what a desk holds the first of. */
export const deskTotalsDocument = documentView({
  reads: ['questions', 'statements'],
  build: ({ opinions, ranks }): DeskTotals => ({
    unseen: ranks.unseen,
    statementsToReview: opinions.toReview,
    statementsApproved: opinions.total,
  }),
});

/** How many questions volunteers logged; their desks hold the newest. */
export const loggedTotalDocument = documentView({
  reads: ['questions'],
  build: ({ figures }): number => figures.bySource.paper + figures.bySource.mic,
});
