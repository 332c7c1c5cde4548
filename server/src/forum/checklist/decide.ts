import { isDeepStrictEqual } from 'node:util';
import { TASKS_LIMIT } from '@wenzheng/shared/forum/checklist';
import { accept, refuse, type Decides } from '../../engine/rooms';
import { placeBefore } from '../agenda';
import { builtInTasks } from './built-in';
import { plannedTask } from './lists';

type ChecklistCommand = 'putTask' | 'moveTask' | 'removeTask' | 'tickTask' | 'fillChecklist';

export const decideChecklist: Decides<ChecklistCommand> = {
  putTask: (state, { task, before }) => {
    if (!state.forum.value) return refuse('no_forum');
    const there = state.tasks.get(task.id);
    const put = accept({ type: 'taskPut', data: { task, before } });
    if (there) return isDeepStrictEqual(plannedTask(there), task) ? accept() : put;
    if (before !== null && !state.tasks.get(before)) return refuse('checklist.unknown_task');
    return state.tasks.size < TASKS_LIMIT ? put : refuse('checklist.too_many');
  },
  moveTask: (state, { task, before }) => {
    const order = state.taskOrder.value;
    if (!order.includes(task) || (before !== null && !order.includes(before)))
      return refuse('checklist.unknown_task');
    const others = order.filter((each) => each !== task);
    const stays = before === task || placeBefore(others, before) === order.indexOf(task);
    return stays ? accept() : accept({ type: 'taskMoved', data: { task, before } });
  },
  removeTask: (state, { task }) =>
    state.tasks.get(task) ? accept({ type: 'taskRemoved', data: { task } }) : accept(),
  tickTask: (state, { task, done }, { keep, whereabouts }) => {
    const there = state.tasks.get(task);
    if (!there) return refuse('checklist.unknown_task');
    if ((there.done !== null) === done) return accept();
    return done
      ? accept({ type: 'taskTicked', data: { task, by: keep(whereabouts.name) } })
      : accept({ type: 'taskReopened', data: { task } });
  },
  fillChecklist: (state, { language }) => {
    if (!state.forum.value) return refuse('no_forum');
    if (state.tasks.size > 0) return accept();
    return accept({ type: 'checklistFilled', data: { tasks: builtInTasks(language) } });
  },
};
