import type { TicketBatch } from '@wenzheng/shared/forum/admission';
import { instant } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import { countedBatches, numberIn, stateOf } from '../../../console/src/screens/admission/tickets';

const batch = (first: number, count: number, revoked = false): TicketBatch => ({
  ...{ first, count, seat: '', until: null, at: instant(0), revoked },
});
const batches = { '1': batch(1, 5), '6': batch(6, 2, true), '8': batch(8, 1) };
const tickets = {
  '2': { state: 'used' },
  '3': { state: 'revoked' },
  '6': { state: 'used' },
} as const;

describe('tickets at the desk', () => {
  test('are counted by batch, the newest first', () => {
    const counted = countedBatches(batches, tickets);
    expect(counted.map(({ id, unused, used, void: gone }) => [id, unused, used, gone])).toEqual([
      ['8', 1, 0, 0],
      ['6', 0, 0, 2],
      ['1', 3, 1, 1],
    ]);
    expect(counted.map(({ last }) => last)).toEqual([8, 7, 5]);
  });

  test.each([
    [1, 'unused'],
    [2, 'used'],
    [3, 'revoked'],
    [6, 'revoked'],
    [8, 'unused'],
    [9, null],
  ])('number %i is %s', (number, state) => {
    expect(stateOf(batches, tickets, number)).toBe(state);
  });

  test.each([
    ['12', 12],
    [' 7 ', 7],
    ['0', null],
    ['21', null],
    ['1.5', null],
    ['-3', null],
    ['', null],
    ['many', null],
  ])('%j is the number %s of twenty', (text, number) => {
    expect(numberIn(text, 20)).toBe(number);
  });
});
