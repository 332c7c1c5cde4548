import { describe, expect, test } from 'vitest';
import { simulate } from './forum-simulation';

const SEEDS = process.env['WENZHENG_FULL'] ? 5_000 : 500;
const AT_ONCE = 50;
const starts = Array.from({ length: SEEDS / AT_ONCE }, (_, index) => index * AT_ONCE + 1);

describe('a forum in which things go wrong keeps every rule', () => {
  test.each(starts)('seeds from %i on', { timeout: 120_000 }, async (from) => {
    for (let seed = from; seed < from + AT_ONCE; seed += 1) {
      const { commands, entries } = await simulate(seed);
      expect(commands).toBeGreaterThan(0);
      expect(entries).toBeGreaterThan(1);
    }
  });

  test('and goes the same way each time', async () => {
    expect(await simulate(7)).toEqual(await simulate(7));
  });
});
