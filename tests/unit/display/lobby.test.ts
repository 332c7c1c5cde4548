import type { AgendaItem } from '@wenzheng/shared/forum/agenda';
import { readClock } from '@wenzheng/shared/time/countdown';
import { after, instant, minutes } from '@wenzheng/shared/time/instant';
import { expect, test } from 'vitest';
import { itemClock, itemsShown } from '../../../display/src/screens/lobby/lobby';

const item = (id: string, title: string, startedAt: number | null = null): AgendaItem => ({
  ...{ id, title, stage: 'qa', plannedStart: instant(0), plannedDuration: minutes(10) },
  ...{ startedAt: startedAt === null ? null : instant(startedAt), endedAt: null },
  ...{ reopened: null, talks: [] },
});
const day = (title: string) => ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => item(id, title));
const ids = (items: readonly AgendaItem[]): string => items.map(({ id }) => id).join('');

test('an ordinary day stands in full, of a wordy one what is running and what comes', () => {
  expect(ids(itemsShown({ items: day('提问'), current: 'c' }))).toBe('abcdefg');
  expect(ids(itemsShown({ items: day('当场问当场答'.repeat(4)), current: 'c' }))).toBe('cdef');
  expect(ids(itemsShown({ items: day('问'.repeat(60)), current: 'c' }))).toBe('cde');
  expect(ids(itemsShown({ items: day('问'.repeat(60)), current: null }))).toBe('abc');
});

test('the clock of an item counts its planned time, and warns nobody', () => {
  expect(itemClock(item('a', '提问'))).toBeNull();
  const clock = itemClock(item('a', '提问', 1_000));
  if (!clock) throw new Error('it has begun');
  const end = after(instant(1_000), minutes(10));
  expect(readClock(clock, instant(end - 1_000))).toMatchObject({
    phase: 'running',
    shownSeconds: 1,
  });
  expect(readClock(clock, instant(end + 5_000)).phase).toBe('overtime');
});
