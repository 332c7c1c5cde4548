/** An organiser goes through the checklist; what is pressed follows from what the page shows, without dice. */
import type { ViewOf } from '@wenzheng/shared/wire/views';
import type { Choice } from './choice';

type Sight = Pick<ViewOf<'admin'>['documents'], 'checklist' | 'undo' | 'upNext'>;

export function checklistChoices({ checklist: { tasks }, undo, upNext }: Sight): Choice[] {
  const turn = upNext.waiting + undo.actions.length + tasks.length;
  const [one, other] = [tasks[turn % (tasks.length || 1)], tasks[(turn * 3) % (tasks.length || 1)]];
  const task = {
    ...{ id: `task-${turn % 5}`, title: `任务 ${turn % 7}`, owner: turn % 2 === 0 ? '马超' : '' },
    daysBefore: turn % 30,
  };
  const before = turn % 3 === 0 ? (other?.id ?? null) : null;
  if (!one) return [[0.4, { type: 'fillChecklist', language: turn % 2 === 0 ? 'zh-CN' : 'en' }]];
  return [
    [0.4, { type: 'tickTask', task: one.id, done: one.done === null }],
    [0.3, { type: 'putTask', task, before }],
    [0.2, { type: 'moveTask', task: one.id, before }],
    [tasks.length > 12 ? 0.5 : 0.1, { type: 'removeTask', task: one.id }],
  ];
}
