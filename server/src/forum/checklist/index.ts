/** The checklist: what has to be done before the day, by whom and by when. */
import type { NewEntry } from '../../engine/entries';
import type { PlannedTask } from './state';

export { builtInTasks } from './built-in';
export { decideChecklist } from './decide';
export { evolveChecklist } from './evolve';
export { plannedTask, tasksOf } from './lists';
export { checklistTables } from './state';
export type { ChecklistEntries, PlannedTask } from './state';
export { checklistDocument } from './view';

/** What is recorded of a forum that is made with `tasks`: nothing of none. */
export const checklistMade = (tasks: readonly PlannedTask[]): NewEntry[] =>
  tasks.length === 0 ? [] : [{ type: 'checklistFilled', data: { tasks } }];
