import { countTasks, dueDate, isOverdue } from '@wenzheng/shared/forum/checklist';
import { after, duration, instant, minutes, seconds } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';

/** 10:00 in China on 15 January 2027. */
const START = instant(Date.UTC(2027, 0, 15, 2));
/** The first moment of 9 January in China. */
const NINTH = instant(Date.UTC(2027, 0, 8, 16));
const open = { id: 'a', title: 'a', owner: '', daysBefore: 7, done: null };
const ticked = { ...open, done: { by: 'x', at: START } };

describe('a task', () => {
  test.each([
    [0, '2027-01-15'],
    [7, '2027-01-08'],
    [15, '2026-12-31'],
    [365, '2026-01-15'],
  ])('of %i days before is due on %s', (daysBefore, date) => {
    expect(dueDate(START, { daysBefore })).toBe(date);
  });

  test('is overdue once its day is over where the forum is', () => {
    expect(isOverdue(START, open, after(NINTH, seconds(-1)))).toBe(false);
    expect(isOverdue(START, open, NINTH)).toBe(true);
    expect(isOverdue(START, ticked, NINTH)).toBe(false);
  });

  test('follows the forum to another day', () => {
    const later = after(START, duration(30 * minutes(24 * 60)));
    expect(isOverdue(later, open, NINTH)).toBe(false);
  });
});

test('tasks are counted; before the time is known none is overdue', () => {
  const tasks = [open, ticked, { ...open, daysBefore: 1 }];
  expect(countTasks(START, tasks, NINTH)).toEqual({ total: 3, done: 1, overdue: 1 });
  expect(countTasks(START, tasks, null)).toEqual({ total: 3, done: 1, overdue: 0 });
});
