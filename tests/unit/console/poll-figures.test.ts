import { describe, expect, it } from 'vitest';
import type { PollForm } from '@wenzheng/shared/forum/poll-form';
import type { PollPart, PollResult } from '@wenzheng/shared/forum/polls';
import { placeFigures } from '../../../console/src/screens/polls/poll-figures';

const form = (fields: Partial<PollForm>): PollForm => ({
  ...{ kind: 'single', options: ['bus', 'tram'], most: null, steps: null },
  ...fields,
});
const part = (voters: number, counts: number[], points: number[] = []): PollPart => ({
  ...{ voters, counts, points },
});
const result = (fields: Partial<PollResult>): PollResult => ({
  ...{ poll: 'p', voters: 4, of: 8, total: null, hall: null, online: null, words: [], texts: [] },
  ...fields,
});

describe('the figures of a poll', () => {
  it('are the share of those who voted, with who leads', () => {
    const rows = placeFigures(form({}), result({ total: part(4, [1, 3]) }));
    expect(rows.map(({ name, count, share, leads }) => [name, count, share, leads])).toEqual([
      ['bus', 1, 0.25, false],
      ['tram', 3, 0.75, true],
    ]);
  });
  it('tell hall and online apart only where the hub does', () => {
    const total = part(12, [7, 5]);
    const [alone] = placeFigures(form({}), result({ total }));
    expect([alone?.hall, alone?.online]).toEqual([null, null]);
    const told = { total, hall: part(6, [4, 2]), online: part(6, [3, 3]) };
    const [apart] = placeFigures(form({}), result(told));
    expect([apart?.hall, apart?.online]).toEqual([4, 3]);
  });
  it('of a ranking are its points, whoever leads first', () => {
    const total = part(3, [1, 2], [4, 5]);
    const rows = placeFigures(form({ kind: 'ranking' }), result({ total }));
    expect(rows.map(({ place, points, share }) => [place, points, share])).toEqual([
      [1, 5, 1],
      [0, 4, 0.8],
    ]);
  });
  it('are none before they are told, and nobody leads before anyone has voted', () => {
    expect(placeFigures(form({}), result({}))).toEqual([]);
    const rows = placeFigures(form({}), result({ voters: 0, total: part(0, [0, 0]) }));
    expect(rows.map(({ share, leads }) => [share, leads])).toEqual([
      [0, false],
      [0, false],
    ]);
  });
  it('tell percents that make 100 together', () => {
    const three = form({ options: ['bus', 'tram', 'train'] });
    const rows = placeFigures(three, result({ total: part(6, [4, 1, 1]) }));
    expect(rows.map(({ percent }) => percent)).toEqual([67, 17, 16]);
  });
});
