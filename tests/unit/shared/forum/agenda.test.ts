import { forecast, nextItem, type AgendaView } from '@wenzheng/shared/forum/agenda';
import { after, instant, minutes, type Instant } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';

const START = instant(1_800_000_000_000);
const at = (minute: number): Instant => after(START, minutes(minute));

/** Three items of ten minutes, of which `current` began at that minute. */
function agenda(current: string | null, began: number): AgendaView {
  const items = ['a', 'b', 'c'].map((id, index) => ({
    ...{ id, stage: 'qa' as const, title: id, endedAt: null, reopened: null, talks: [] },
    plannedStart: at(index * 10),
    plannedDuration: minutes(10),
    startedAt: id === current ? at(began) : null,
  }));
  return { items, current };
}

describe('the forecast of the end', () => {
  test.each([
    { what: 'on time before the start', current: null, began: 0, now: -5, delay: 0 },
    { what: 'later, the later it begins', current: null, began: 0, now: 7, delay: 7 },
    { what: 'on time', current: 'a', began: 0, now: 3, delay: 0 },
    { what: 'late by what the start was late', current: 'b', began: 14, now: 15, delay: 4 },
    { what: 'early', current: 'b', began: 8, now: 9, delay: -2 },
    {
      what: 'later and later in an item that does not end',
      current: 'c',
      began: 20,
      now: 36,
      delay: 6,
    },
  ])('is $what', ({ current, began, now, delay }) => {
    expect(forecast(agenda(current, began), at(now))).toEqual({
      plannedEnd: at(30),
      end: at(30 + delay),
      delay: minutes(delay),
    });
  });
  test('is none for an empty agenda', () => {
    expect(forecast({ items: [], current: null }, START)).toBeNull();
  });
});

test('what comes next is the first, the one after, or nothing', () => {
  expect(nextItem(agenda(null, 0))?.id).toBe('a');
  expect(nextItem(agenda('a', 0))?.id).toBe('b');
  expect(nextItem(agenda('c', 0))).toBeNull();
});
