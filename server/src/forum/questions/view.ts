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
  UpNextView,
} from '@wenzheng/shared/forum/questions';
import { copyCommitment } from '../floor';
import { documentView, ownKey, type CollectionView, type Sight } from '../../engine/views';
import { untilHall } from './ranks';
import { isOpen, isPublic, type QuestionRow } from './state';

const listed = (sight: Sight, row: QuestionRow): ListedQuestion => ({
  number: row.number,
  text: sight.words(row.text),
  source: row.source,
  name: row.name && sight.words(row.name),
  department: row.department,
  state: row.state,
});

const firstAt = (
  row: QuestionRow,
  state: QuestionRow['state'],
): QuestionRow['history'][number]['at'] =>
  (row.history.findLast((step) => step.state === state) ?? row.history[0])?.at ?? (0 as never);

const notesToCome = (row: QuestionRow): boolean => row.state === 'answered' && row.notes === null;

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
    return { id: row.id, ...listed(sight, row), deflection: copyDeflection(row), tracking };
  },
});

export const supportDocument = documentView({
  reads: ['currentQuestion'],
  tallies: ['counts'],
  build: ({ state }): number => state.counts.get(state.currentQuestion.value ?? '') ?? 0,
});

export const upNextDocument = documentView({
  reads: ['questions', 'pickedSinceHall'],
  tallies: ['counts'],
  build: (sight): UpNextView => ({
    waiting: sight.ranks.waiting,
    untilHall: untilHall(sight.state),
    questions: sight.ranks.upNext(sight.state).flatMap((id) => {
      const row = sight.state.questions.get(id);
      return row
        ? [{ id, number: row.number, text: sight.words(row.text), source: row.source }]
        : [];
    }),
  }),
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

const allQuestions = ({ state }: Sight): Iterable<string> =>
  [...state.questions.entries()].map(([id]) => id);

function questionsThat<T>(
  belongs: (row: QuestionRow) => boolean,
  build: (sight: Sight, row: QuestionRow) => T,
): CollectionView<T> {
  return {
    reads: { questions: ownKey },
    tallies: {},
    window: null,
    all: allQuestions,
    build: (sight, id) => {
      const row = sight.state.questions.get(id);
      return row && belongs(row) ? build(sight, row) : undefined;
    },
  };
}

/** The host's queue. */
export const queueCollection = questionsThat<QueuedQuestion>(isOpen, (sight, row) => ({
  ...listed(sight, row),
  serial: row.serial,
  queuedAt: firstAt(row, 'queued'),
  revision: row.revision,
}));

/** What a desk has to work on: questions to screen or to review, and answers whose notes are to come. */
export const deskCollection = questionsThat<DeskQuestion>(
  (row) => row.state === 'submitted' || row.reviewToCome || notesToCome(row),
  (sight, row) => ({
    ...listed(sight, row),
    serial: row.serial,
    askedAt: firstAt(row, 'submitted'),
    suggestedDepartment: row.suggestedDepartment,
    notesToCome: notesToCome(row),
    reviewToCome: row.reviewToCome,
    original: row.original && sight.words(row.original),
    revision: row.revision,
  }),
);

export const loggedCollection = questionsThat<LoggedQuestion>(
  (row) => row.source === 'paper' || row.source === 'mic',
  (sight, row) => ({
    number: row.number,
    text: sight.words(row.text),
    source: row.source,
    serial: row.serial,
    name: row.name && sight.words(row.name),
    state: row.state,
    tracking: row.tracking,
    loggedAt: firstAt(row, 'submitted'),
  }),
);

const window = (sight: Sight): readonly string[] => sight.ranks.window(sight.state);

/** The list that all phones share. */
export const listCollection: CollectionView<ListedQuestion> = {
  ...questionsThat<ListedQuestion>(isPublic, listed),
  tallies: { counts: () => [], currentQuestion: () => [] },
  window,
  all: window,
};

const countOf = ({ state }: Sight, id: string): number | undefined => {
  const row = state.questions.get(id);
  return row && isPublic(row) ? (state.counts.get(id) ?? 0) : undefined;
};

/** Support of what phones hold. */
export const listCountsCollection: CollectionView<number> = {
  reads: { questions: ownKey },
  tallies: { counts: ownKey, currentQuestion: () => [] },
  window,
  all: window,
  build: countOf,
};

/** Support of everything public, for staff. */
export const countsCollection: CollectionView<number> = {
  reads: { questions: ownKey },
  tallies: { counts: ownKey },
  window: null,
  all: allQuestions,
  build: countOf,
};

export const trackedView = (sight: Sight, row: QuestionRow): TrackedQuestion => ({
  number: row.number,
  tracking: row.tracking,
  source: row.source,
  state: row.state,
  history: row.history.map(({ state, at }) => ({ state, at })),
  declined: row.declined?.reason ?? null,
  declineNote: row.declined?.note ? sight.words(row.declined.note) : null,
  deflection: copyDeflection(row),
  department: row.department,
  notes: row.notes && sight.words(row.notes),
  commitment: copyCommitment(sight, row.commitment),
});

export const myQuestionView = (sight: Sight, row: QuestionRow): MyQuestion => ({
  ...trackedView(sight, row),
  id: row.id,
  text: sight.words(row.text),
  original: row.original && sight.words(row.original),
});
