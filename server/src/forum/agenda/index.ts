/** The forum itself and the order of its day. */
import type { NewEntry } from '../../engine/entries';

export { agendaTables } from './state';
export type { AgendaEntries, DepartmentRow, ForumMade, ForumRow } from './state';
export { agendaOf, departmentsOf, itemsOf, placeBefore, speakersOf } from './lists';
export { decideAgenda } from './decide';
export { evolveAgenda } from './evolve';
export {
  agendaDocument,
  forumDocument,
  runningNotesDocument,
  setupDocument,
  staffSafetyDocument,
} from './view';
export { builtInForum } from './built-in';
export { copiedForum, rehearsedForum } from './copy';
export { plannedForum } from './plan';
export { planned } from './replace';

/** For rooms above: closes the forum, and with it the running item. */
export const closeForumEntry = (): NewEntry => ({ type: 'forumClosed', data: {} });
