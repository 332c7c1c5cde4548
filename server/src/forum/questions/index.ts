/** Questions of citizens, from asking to a stated end. */
export { questionTables } from './state';
export type { QuestionEntries, QuestionRow } from './state';
export { decideQuestions } from './decide';
export { evolveQuestions } from './evolve';
export { QuestionRanks } from './ranks';
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
