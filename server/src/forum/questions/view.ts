/** What each role sees of the questions. Every view is built up, field by field. */
import type {
  CurrentQuestion,
  DeflectionSuggestion,
  DeskQuestion,
  ListedQuestion,
  LoggedQuestion,
  MyQuestion,
  QueuedQuestion,
  TrackedQuestion,
} from '@wenzheng/shared/forum/questions';
import { copyCommitment } from '../floor';
import { documentView, ownKey, type CollectionView, type Sight } from '../../engine/views';
import { DEFAULT_RUDE_WORDS } from './flags/rude-words';
import { DESK, held, LOGGED, QUEUE } from './held';
import { groupKeys, includedIn, mergedView } from './merging/view';
import { rootOf, treesAtRest, supportedWith } from './merging/groups';
import { isCalled } from './microphone/called';
import { shownName, shownText } from './masking/shown';
import { countsAreHidden } from './picking-view';
import { cameInto, isOpen, isPublic, isToWriteDown, type QuestionRow } from './state';
import { copyEarlier, corrected } from './written-view';

type PublicQuestion = Omit<ListedQuestion, 'with'>;

const listed = (sight: Sight, row: QuestionRow): PublicQuestion => ({
  number: row.number,
  text: shownText(sight, row),
  source: row.source,
  name: shownName(sight, row),
  department: row.department,
  state: row.state,
});
/** The same as it was written, for those who decide what is shown. */
const listedAtDesk = (sight: Sight, row: QuestionRow): PublicQuestion => ({
  ...listed(sight, row),
  text: sight.words(row.text),
  name: row.name && sight.words(row.name),
});

const copyDeflection = ({ deflection }: QuestionRow): CurrentQuestion['deflection'] =>
  deflection && {
    reason: deflection.reason,
    department: deflection.department,
    due: deflection.due,
  };

export const currentDocument = documentView({
  reads: ['currentQuestion', 'questions'],
  build: (sight): CurrentQuestion | null => {
    const id = sight.state.currentQuestion.value;
    const row = id === null ? undefined : sight.state.questions.get(id);
    if (!row) return null;
    const tracking = row.state === 'deflected' ? row.tracking : null;
    const answerers = [...row.answerers];
    return {
      id: row.id,
      ...listed(sight, row),
      answerers,
      deflection: copyDeflection(row),
      tracking,
    };
  },
});

export const supportDocument = documentView({
  reads: ['currentQuestion', 'countsHidden'],
  tallies: ['counts'],
  build: ({ state }): number | null =>
    countsAreHidden(state) ? null : (state.counts.get(state.currentQuestion.value ?? '') ?? 0),
});

export const suggestionDocument = documentView({
  reads: ['suggestion'],
  build: ({ state }): DeflectionSuggestion | null => {
    const suggestion = state.suggestion.value;
    if (!suggestion) return null;
    const { question, reason, department, due } = suggestion;
    return { question, reason, department, due };
  },
});

/** For those who edit the list. */
export const rudeWordsDocument = documentView({
  reads: ['rudeWords'],
  build: ({ state }): string[] => [...(state.rudeWords.value ?? DEFAULT_RUDE_WORDS)],
});

/** The host's queue. */
export const queueCollection: CollectionView<QueuedQuestion> = {
  ...held<QueuedQuestion>(QUEUE, (sight, row) =>
    isOpen(row) ? queuedView(sight, row) : undefined,
  ),
  reads: {
    questions: groupKeys,
    micNumbers: (key, _, { state }) => {
      const question = state.micNumbers.get(key)?.question ?? null;
      return question === null ? [] : [question];
    },
  },
};

export const queuedView = (sight: Sight, row: QuestionRow): QueuedQuestion => ({
  ...listedAtDesk(sight, row),
  serial: row.serial,
  zone: row.zone,
  area: row.area,
  topic: row.topic,
  mic: row.mic,
  called: isCalled(sight.state.micNumbers.atRest, row.mic),
  queuedAt: cameInto(row, 'queued'),
  included: includedIn(sight, row),
  revision: row.revision,
});

/** What a desk has to work on: questions to screen or to review, and answers whose notes are to come. */
export const deskCollection = held<DeskQuestion>(DESK, (sight, row) => ({
  ...listedAtDesk(sight, row),
  serial: row.serial,
  zone: row.zone,
  askedAt: cameInto(row, 'submitted'),
  suggestedDepartment: row.suggestedDepartment,
  notesToCome: isToWriteDown(row),
  reviewToCome: row.reviewToCome,
  original: row.original && sight.words(row.original),
  shown: shownText(sight, row),
  unmasked: row.unmasked,
  included: includedIn(sight, row),
  revision: row.revision,
}));

export const loggedCollection = held<LoggedQuestion>(LOGGED, (sight, row) => ({
  number: row.number,
  text: shownText(sight, row),
  source: row.source,
  serial: row.serial,
  name: shownName(sight, row),
  state: row.state,
  tracking: row.tracking,
  loggedAt: cameInto(row, 'submitted'),
}));

const window = (sight: Sight): readonly string[] => sight.ranks.window(sight.state);

const nothing = (): readonly string[] => [];
/** What moves the window of phones. */
const WINDOW_MOVES = { currentQuestion: nothing, picks: nothing };

/** The list that all phones share. */
export const listCollection: CollectionView<ListedQuestion> = {
  reads: { questions: groupKeys },
  tallies: { ...WINDOW_MOVES, counts: nothing, countsHidden: nothing },
  window,
  all: window,
  build: (sight, id) => {
    const row = sight.state.questions.get(id);
    return row && isPublic(row)
      ? { ...listed(sight, row), with: supportedWith(sight.state, id) }
      : undefined;
  },
};

const countOf = (
  { state }: Sight,
  id: string,
  table: 'counts' | 'hallCounts',
): number | undefined => {
  const row = state.questions.get(id);
  return row && isPublic(row) ? (state[table].get(id) ?? 0) : undefined;
};

/** Support of what phones hold; taken from all of them while counts are hidden. */
export const listCountsCollection: CollectionView<number> = {
  reads: { questions: ownKey, countsHidden: () => 'all' },
  tallies: { ...WINDOW_MOVES, counts: ownKey },
  window,
  all: window,
  build: (sight, id) => (countsAreHidden(sight.state) ? undefined : countOf(sight, id, 'counts')),
};

const current = ({ state }: Sight): readonly string[] => {
  const id = state.currentQuestion.value;
  return id === null ? [] : [id];
};

/** Of what stands in the queue that desks hold, and of the current question, what `table` counts. */
const queueCounts = (table: 'counts' | 'hallCounts'): CollectionView<number> => ({
  reads: {
    questions: ownKey,
    currentQuestion: (_, before, sight) => [
      ...current(sight),
      ...(typeof before === 'string' ? [before] : []),
    ],
  },
  tallies: { [table]: ownKey, queueWindow: ownKey },
  window: null,
  all: (sight) => [...sight.ranks.queue(), ...current(sight)],
  build: (sight, id) =>
    sight.ranks.inQueue(id) || sight.state.currentQuestion.value === id
      ? countOf(sight, id, table)
      : undefined,
});
/** All support. */
export const countsCollection = queueCounts('counts');
/** How much of it was given in the hall. */
export const hallCountsCollection = queueCounts('hallCounts');

/** What became of a merged question is what became of the one that it counts for. */
export function trackedView(sight: Sight, row: QuestionRow): TrackedQuestion {
  const trees = treesAtRest(sight.state);
  const fate = trees.questions.get(rootOf(trees, row.id)) ?? row;
  return {
    number: row.number,
    tracking: row.tracking,
    source: row.source,
    state: row.state,
    merged: mergedView(sight, row),
    history: row.history.map(({ state, at }) => ({ state, at })),
    declined: fate.declined?.reason ?? null,
    // A word to whoever asked the other question is for them.
    declineNote: row.declined?.note ? sight.words(row.declined.note) : null,
    deflection: copyDeflection(fate),
    department: fate.department,
    answerers: [...fate.answerers],
    notes: fate.notes && sight.words(fate.notes),
    commitment: copyCommitment(sight, fate.commitment),
    corrected: corrected(sight, fate),
    earlier: copyEarlier(sight, fate),
  };
}

export const myQuestionView = (sight: Sight, row: QuestionRow): MyQuestion => ({
  ...trackedView(sight, row),
  id: row.id,
  text: sight.words(row.text),
  original: row.original && sight.words(row.original),
});
