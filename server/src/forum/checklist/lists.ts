import type { ForumState } from '../../engine/state';
import type { PlannedTask, TaskRow } from './state';

/** The tasks in the order in which the organisers put them. */
export const tasksOf = ({ tasks, taskOrder }: ForumState): TaskRow[] =>
  taskOrder.value.flatMap((id) => tasks.get(id) ?? []);

/** A task without what became of it. */
export const plannedTask = ({ id, title, owner, daysBefore }: PlannedTask): PlannedTask => ({
  ...{ id, title, owner, daysBefore },
});
