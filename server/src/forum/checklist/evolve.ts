import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { placeBefore } from '../agenda';

/** Puts `task` before `before`, at the end for null or an unknown one. */
function putBefore({ taskOrder }: ForumState, task: string, before: string | null): void {
  const others = taskOrder.value.filter((each) => each !== task);
  taskOrder.set(others.toSpliced(placeBefore(others, before), 0, task));
}

export const evolveChecklist: Evolves = {
  checklistFilled: (state, { data: { tasks } }) => {
    for (const task of tasks) state.tasks.put(task.id, { ...task, done: null });
    state.taskOrder.set(tasks.map(({ id }) => id));
  },
  taskPut: (state, { data: { task, before } }) => {
    const there = state.tasks.get(task.id);
    state.tasks.put(task.id, { ...task, done: there?.done ?? null });
    if (!there) putBefore(state, task.id, before);
  },
  taskMoved: (state, { data }) => putBefore(state, data.task, data.before),
  taskRemoved: (state, { data: { task } }) => {
    state.tasks.remove(task);
    state.taskOrder.set(state.taskOrder.value.filter((each) => each !== task));
  },
  taskTicked: (state, { data: { task, by }, at }) => {
    const row = state.tasks.get(task);
    if (row) state.tasks.put(task, { ...row, done: { by, at } });
  },
  taskReopened: (state, { data: { task } }) => {
    const row = state.tasks.get(task);
    if (row) state.tasks.put(task, { ...row, done: null });
  },
};
