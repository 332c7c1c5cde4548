/** The forum itself and the order of its day. */
export { agendaTables } from './state';
export type { AgendaEntries, AgendaRow, DepartmentRow, ForumRow } from './state';
export { decideAgenda } from './decide';
export { evolveAgenda } from './evolve';
export { agendaDocument, forumDocument, runningNotesDocument } from './view';
export { builtInForum } from './built-in';
