import { describe, expect, test } from 'vitest';
import { simulate } from './forum-simulation';
import { playSeeds } from './seeds';

describe('a forum in which things go wrong keeps every rule', () => {
  playSeeds(0);
  test('and goes the same way each time', async () => {
    expect(await simulate(7)).toEqual(await simulate(7));
  });
});
