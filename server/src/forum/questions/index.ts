/** Questions of citizens, from asking to a stated end. */
import type { NewEntry } from '../../engine/entries';

export { isPublic, questionTables } from './state';
export type { QuestionEntries, QuestionRow } from './state';
export { askedOnSlip, decideQuestions } from './decide';
export { evolveQuestions } from './evolve';
export { QuestionRanks, type QuestionWindow } from './ranks';
export {
  countsCollection,
  currentDocument,
  deskCollection,
  listCollection,
  listCountsCollection,
  loggedCollection,
  myQuestionView,
  queueCollection,
  suggestionDocument,
  supportDocument,
  trackedView,
  upNextDocument,
} from './view';

/** For undo: a question that should not have been logged; its number and code stay taken. */
export const withdrawQuestion = (question: string): NewEntry => ({
  type: 'questionWithdrawn',
  data: { question },
});
