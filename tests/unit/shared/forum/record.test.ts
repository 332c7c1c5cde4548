/** The record of the day: what items and officials took of what they had. */
import type { HeldTurn } from '@wenzheng/shared/forum/floor';
import { officialRecords } from '@wenzheng/shared/forum/record';
import { after, instant, minutes, seconds } from '@wenzheng/shared/time/instant';
import { expect, test } from 'vitest';

const START = instant(1_800_000_000_000);
type Times = HeldTurn['times'];
const held = (minute: number, who: string | null, times: Times, kind = 'talk'): HeldTurn => ({
  kind: kind as HeldTurn['kind'],
  item: 'qa',
  official: who === null ? null : { id: who, name: who, office: 'head', department: 'roads' },
  exchange: null,
  begunAt: after(START, minutes(minute)),
  endedAt: after(START, minutes(minute + 1)),
  times,
});
const time = (who: Times[number]['who'], limit: number, spent: number): Times[number] => ({
  ...{ who, limit: seconds(limit), spent: seconds(spent) },
});

test('what an official saves in one turn is not taken off another', () => {
  const turns = [
    held(9, 'li', [time('answering', 60, 90)], 'question'),
    held(3, 'li', [time('speaking', 300, 200)]),
    held(5, 'wang', [time('speaking', 300, 300)]),
    held(8, 'li', [time('asking', 60, 99)], 'question'),
    held(7, null, [time('answering', 60, 20)], 'question'),
    held(12, 'wang', [time('representative', 90, 400), time('official', 90, 100)], 'exchange'),
  ];
  const told = officialRecords(turns).map(({ official, turns: count, planned, actual, over }) => [
    ...[official.id, count, planned / 1_000, actual / 1_000, over / 1_000],
  ]);
  expect(told).toEqual([
    ['li', 2, 360, 290, 30],
    ['wang', 2, 390, 400, 10],
  ]);
});

test('nobody has spoken yet', () => expect(officialRecords([])).toEqual([]));
