/** The checklist 筹备清单: what has to be done before the day, by whom and by when. */
import { z } from 'zod';
import type { Instant } from '../time/instant';
import { after, duration, minutes } from '../time/instant';
import { dateInChina, type CalendarDate } from '../time/working-days';
import { LINE_LIMIT } from './agenda';
import { id, instantSchema, words } from './words';

export const TASKS_LIMIT = 100;
export const DAYS_LIMIT = 365;

/** Due so many days before the day of the forum, so that a list serves the next forum as well. */
const daysBefore = z.int('out_of_range').min(0, 'out_of_range').max(DAYS_LIMIT, 'out_of_range');

export const taskInput = z.strictObject({
  id,
  title: words(LINE_LIMIT),
  /** Who is responsible; empty while nobody is. */
  owner: z.union([z.literal(''), words(LINE_LIMIT)]),
  daysBefore,
});
export type TaskInput = z.output<typeof taskInput>;

const task = z.strictObject({
  id,
  title: z.string(),
  owner: z.string(),
  daysBefore: z.int(),
  /** Who ticked it, by the name of their device, and when; null while it is to be done. */
  done: z.strictObject({ by: z.string(), at: instantSchema }).nullable(),
});
export type Task = z.infer<typeof task>;

export const checklistView = z.strictObject({ tasks: z.array(task) });
export type ChecklistView = z.infer<typeof checklistView>;

/** Adds a task before `before` (null: at the end), or replaces the one with this id where it stands. */
export const putTask = z.strictObject({
  type: z.literal('putTask'),
  task: taskInput,
  before: id.nullable(),
});
export const moveTask = z.strictObject({
  type: z.literal('moveTask'),
  task: id,
  before: id.nullable(),
});
export const removeTask = z.strictObject({ type: z.literal('removeTask'), task: id });
export const tickTask = z.strictObject({
  type: z.literal('tickTask'),
  task: id,
  done: z.boolean(),
});
/** Writes the built-in list into an empty one; where there are tasks it changes nothing. */
export const fillChecklist = z.strictObject({
  type: z.literal('fillChecklist'),
  language: z.enum(['zh-CN', 'en']),
});

export const checklistCommands = [putTask, moveTask, removeTask, tickTask, fillChecklist] as const;

/** The day by which a task of a forum that begins at `startsAt` is due, in China's calendar. */
export const dueDate = (startsAt: Instant, { daysBefore: days }: Pick<Task, 'daysBefore'>) =>
  dateInChina(after(startsAt, duration(-days * minutes(24 * 60)))) satisfies CalendarDate;

/** A task that is not done when its day is over. */
export const isOverdue = (
  startsAt: Instant,
  { done, daysBefore: days }: Pick<Task, 'done' | 'daysBefore'>,
  now: Instant,
): boolean => done === null && dateInChina(now) > dueDate(startsAt, { daysBefore: days });

export interface ChecklistCount {
  readonly total: number;
  readonly done: number;
  readonly overdue: number;
}
/** `now` is null until the hub's time is known: nothing is called overdue then. */
export const countTasks = (
  startsAt: Instant,
  tasks: readonly Task[],
  now: Instant | null,
): ChecklistCount => ({
  total: tasks.length,
  done: tasks.filter(({ done }) => done !== null).length,
  overdue: now === null ? 0 : tasks.filter((each) => isOverdue(startsAt, each, now)).length,
});
