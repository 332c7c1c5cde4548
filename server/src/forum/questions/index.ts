/** Questions of citizens, from asking to a stated end. */
import type { NewEntry } from '../../engine/entries';

export { isPublic, questionTables } from './state';
export type { QuestionEntries, QuestionRow } from './state';
export { decideAnswering } from './answering';
export { askedOnSlip, decideQuestions } from './decide';
export { decideGivingWay } from './giving-way';
export { decidePicking } from './picking';
export { evolveQuestions } from './evolve';
export { needsLooking } from './flags/flags';
export { DEFAULT_RUDE_WORDS } from './flags/rude-words';
export { Masks } from './masking/masks';
export { shownText } from './masking/shown';
export { hasMerged, rootOf, withMerged } from './merging/groups';
export { Supporters } from './merging/supporters';
export { mergeAgain, mergeAgainProblem, separateQuestion, withdrawProblem } from './merging/undo';
export { QuestionReading } from './reading/question-reading';
export { answerTo, type Reading } from './reading/reading';
export { ReadingWorker } from './reading/reading-worker';
export { QuestionRanks, type QuestionWindow } from './ranks';
export {
  calledRow,
  coveredMicNumbersDocument,
  decideMicrophone,
  evolveMicrophone,
  micNumbersDocument,
  micQueueDocument,
  openNumbers,
  withdrawMicNumber,
} from './microphone';
export { lookUpQueue } from './look-up';
export {
  countsAreHidden,
  pickingDocument,
  publicUpNextDocument,
  upNextDocument,
} from './picking-view';
export { Standing } from './standing';
export { READING_STEPS } from './suggest';
export { isSupportedIn, supportedIn } from './supported';
export {
  countsCollection,
  hallCountsCollection,
  currentDocument,
  deskCollection,
  listCollection,
  listCountsCollection,
  loggedCollection,
  myQuestionView,
  queueCollection,
  rudeWordsDocument,
  suggestionDocument,
  supportDocument,
  trackedView,
} from './view';
export { toMatchable } from './words/matchable';
export { writtenCollection } from './written-view';

/** The list that a forum begins with; null: the words that the product brings along. */
export const rudeWordsMade = (words: readonly string[] | null): NewEntry[] =>
  words === null ? [] : [{ type: 'rudeWordsPut', data: { words: [...words] } }];

/** For undo: a question that should not have been logged; its number and code stay taken. */
export const withdrawQuestion = (question: string): NewEntry => ({
  type: 'questionWithdrawn',
  data: { question },
});
