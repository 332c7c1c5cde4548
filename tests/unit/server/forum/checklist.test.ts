import { emptyState, type ForumState } from '@wenzheng/server/src/engine/state';
import { decide } from '@wenzheng/server/src/engine/decide';
import { builtInTasks, plannedTask, tasksOf } from '@wenzheng/server/src/forum/checklist/index';
import { checklistDocument } from '@wenzheng/server/src/forum/checklist/view';
import type { Sight } from '@wenzheng/server/src/engine/views';
import { taskInput, TASKS_LIMIT } from '@wenzheng/shared/forum/checklist';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { describe, expect, test } from 'vitest';
import { done, given, moment, when, type Done } from '../../../support/given';

const task = (id: string, fields: object = {}) => ({
  ...{ id, title: `task ${id}`, owner: 'Lin', daysBefore: 7 },
  ...fields,
});
const put = (id: string, fields: object = {}, before: string | null = null): CommandInput => ({
  type: 'putTask',
  task: task(id, fields),
  before,
});
const move = (id: string, before: string | null): CommandInput => ({
  type: 'moveTask',
  task: id,
  before,
});
const tick = (id: string, isDone = true): CommandInput => ({
  type: 'tickTask',
  task: id,
  done: isDone,
});
const words = { id: 'w', commitment: 'tablet' };
const three = done(1, 'fillChecklist', {
  type: 'checklistFilled',
  data: { tasks: [task('a'), task('b'), task('c')] },
});
const ticked = done(2, 'tickTask', { type: 'taskTicked', data: { task: 'b', by: words } });
const many = done(1, 'fillChecklist', {
  type: 'checklistFilled',
  data: { tasks: Array.from({ length: TASKS_LIMIT }, (_, place) => task(`t${place}`)) },
});

describe('what is decided', () => {
  test.each<[string, Done[], CommandInput, unknown]>([
    ['adds a task', [], put('a'), [{ data: { task: task('a'), before: null } }]],
    ['adds one before another', [three], put('x', {}, 'b'), [{ data: { before: 'b' } }]],
    [
      'adds none before one that is not there',
      [three],
      put('x', {}, 'y'),
      'checklist.unknown_task',
    ],
    ['changes one', [three], put('a', { owner: '' }), [{ data: { task: { owner: '' } } }]],
    ['changes nothing by the same', [three], put('a'), []],
    ['changes nothing by the same of one that is done', [three, ticked], put('b'), []],
    ['has an end', [many], put('x'), 'checklist.too_many'],
    ['changes one of many all the same', [many], put('t0', { title: 'x' }), [{}]],
    ['moves a task', [three], move('c', 'a'), [{ type: 'taskMoved', data: { before: 'a' } }]],
    ['moves nothing to where it stands', [three], move('a', 'b'), []],
    ['moves nothing before itself', [three], move('a', 'a'), []],
    ['moves the last nowhere', [three], move('c', null), []],
    ['moves none that is not there', [three], move('x', null), 'checklist.unknown_task'],
    ['removes a task', [three], { type: 'removeTask', task: 'a' }, [{ type: 'taskRemoved' }]],
    ['removes none twice', [three], { type: 'removeTask', task: 'x' }, []],
    [
      'ticks one, and says who did',
      [three],
      tick('b'),
      [{ type: 'taskTicked', data: { task: 'b', by: { commitment: 'tablet' } } }],
    ],
    ['ticks none twice', [three, ticked], tick('b'), []],
    ['opens one again', [three, ticked], tick('b', false), [{ type: 'taskReopened' }]],
    ['opens none that is open', [three], tick('b', false), []],
    ['ticks none that is not there', [three], tick('x'), 'checklist.unknown_task'],
    ['fills an empty list', [], { type: 'fillChecklist', language: 'en' }, [{}]],
    ['fills none that has tasks', [three], { type: 'fillChecklist', language: 'en' }, []],
    [
      'changes nothing of a forum that is over',
      [three, done(2, 'closeForum', { type: 'forumClosed', data: {} })],
      tick('a'),
      'forum.closed',
    ],
  ])('%s', (_, before, command, outcome) => {
    const answer = when(given(...before), command);
    if (typeof outcome === 'string') expect(answer).toBe(outcome);
    else {
      expect(answer).toMatchObject(outcome as object[]);
      expect(answer).toHaveLength((outcome as object[]).length);
    }
  });

  test('nothing where there is no forum', () => {
    const context = {} as Parameters<typeof decide>[2];
    for (const command of [put('a'), { type: 'fillChecklist', language: 'en' }] as const)
      expect(decide(emptyState(), command as Parameters<typeof decide>[1], context)).toMatchObject({
        code: 'no_forum',
      });
  });
});

describe('the list', () => {
  const order = (state: ForumState): string[] => tasksOf(state).map(({ id }) => id);
  const by = (type: 'putTask' | 'moveTask' | 'removeTask', ...entries: Done['entries']): Done =>
    done(3, type, ...entries);

  test('keeps its order, and what is done through an edit', () => {
    const state = given(
      three,
      ticked,
      by('moveTask', { type: 'taskMoved', data: { task: 'c', before: 'a' } }),
      by('putTask', { type: 'taskPut', data: { task: task('b', { title: 'B' }), before: null } }),
      by('putTask', { type: 'taskPut', data: { task: task('d'), before: 'b' } }),
      by('removeTask', { type: 'taskRemoved', data: { task: 'a' } }),
    );
    expect(order(state)).toEqual(['c', 'd', 'b']);
    expect(state.tasks.get('b')).toMatchObject({ title: 'B', done: { at: moment(2) } });
  });

  test('tells who ticked what, and when', () => {
    const state = given(three, ticked);
    const sight = { state, words: () => 'tablet' } as unknown as Sight;
    const { tasks } = checklistDocument.build(sight);
    expect(tasks.map((each) => each.done)).toEqual([null, { by: 'tablet', at: moment(2) }, null]);
    expect(tasks.map(plannedTask)).toEqual([task('a'), task('b'), task('c')]);
  });
});

describe.each(['zh-CN', 'en'] as const)('the built-in list in %s', (language) => {
  const tasks = builtInTasks(language);
  test('is one that may be written, in the order of its dates', () => {
    for (const each of tasks) expect(taskInput.parse(each)).toEqual(each);
    const days = tasks.map(({ daysBefore }) => daysBefore);
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
  });
  test('is in one language', () => {
    for (const { title, owner } of tasks)
      expect(/\p{Script=Han}/u.test(title + owner)).toBe(language === 'zh-CN');
  });
});
