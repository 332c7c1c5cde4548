/** Statements of citizens, and who agrees with them. */
import type { NewEntry } from '../../engine/entries';

export { answersIn, isApproved, opinionTables } from './state';
export type { OpinionEntries, StatementRow } from './state';
export { decideOpinions } from './decide';
export { evolveOpinions } from './evolve';
export { OpinionRanks, type StatementWindow } from './ranks';
export { MappingWorker, OpinionMapping, type Mapping } from './mapping';
export {
  opinionMapAtDocument,
  opinionMapDocument,
  placedMap,
  statementPrioritiesDocument,
} from './map-view';
export {
  myStatementView,
  opinionsDocument,
  statementDeskCollection,
  statementsCollection,
  talliesCollection,
} from './view';

/** For undo: a statement that should not have been added; its number stays taken. */
export const withdrawStatement = (statement: string): NewEntry => ({
  type: 'statementWithdrawn',
  data: { statement },
});
