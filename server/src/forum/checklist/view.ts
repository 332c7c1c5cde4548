import type { ChecklistView } from '@wenzheng/shared/forum/checklist';
import { documentView } from '../../engine/views';
import { tasksOf } from './lists';

/** For the organisers alone: who has been asked, and who is late, concerns nobody else. */
export const checklistDocument = documentView({
  reads: ['tasks', 'taskOrder'],
  build: ({ state, words }): ChecklistView => ({
    tasks: tasksOf(state).map(({ id, title, owner, daysBefore, done }) => ({
      ...{ id, title, owner, daysBefore },
      done: done && { by: words(done.by), at: done.at },
    })),
  }),
});
