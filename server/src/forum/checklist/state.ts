import type { TaskInput } from '@wenzheng/shared/forum/checklist';
import type { Instant } from '@wenzheng/shared/time/instant';
import { Cell, Table } from '../../engine/store';
import type { WordRef } from '../../journal/entry';

export type PlannedTask = Readonly<TaskInput>;

export interface TaskRow extends PlannedTask {
  /** Who ticked it is a person's name, and stands in the vault like all such. */
  readonly done: { readonly by: WordRef; readonly at: Instant } | null;
}

export interface ChecklistEntries {
  /** A list that was empty, filled at once. */
  checklistFilled: { tasks: readonly PlannedTask[] };
  /** `before` is the task it was added before, null at the end; of no meaning for one that was there. */
  taskPut: { task: PlannedTask; before: string | null };
  taskMoved: { task: string; before: string | null };
  taskRemoved: { task: string };
  taskTicked: { task: string; by: WordRef };
  taskReopened: { task: string };
}

export const checklistTables = () => ({
  tasks: new Table<TaskRow>('tasks'),
  /** Ids of the tasks in their order. */
  taskOrder: new Cell<readonly string[]>('taskOrder', []),
});
