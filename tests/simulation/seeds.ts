/** The seeds that `npm test` plays; in two files, so that two cores share them. */
import { expect, test } from 'vitest';
import { simulate } from './forum-simulation';

const SEEDS = process.env['WENZHENG_FULL'] ? 5_000 : 500;
const AT_ONCE = 25;

/** Plays every second bundle of seeds, from bundle `offset` on. */
export function playSeeds(offset: 0 | 1): void {
  const bundles = Array.from({ length: SEEDS / AT_ONCE }, (_, index) => index * AT_ONCE + 1);
  const mine = bundles.filter((_, index) => index % 2 === offset);
  test.each(mine)('from seed %i on', { timeout: 120_000 }, async (from) => {
    for (let seed = from; seed < from + AT_ONCE; seed += 1) {
      const { commands, entries } = await simulate(seed);
      expect(commands).toBeGreaterThan(0);
      expect(entries).toBeGreaterThan(1);
    }
  });
}
