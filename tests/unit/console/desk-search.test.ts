import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeskSearch } from '../../../console/src/screens/questions/desk-search.svelte';
import type { DeskView } from '../../../console/src/hub-link';

type Shown = Pick<DeskView, 'desk' | 'queue' | 'totals'>;
const shown = (fields: Partial<Shown>): Shown => ({
  ...{ desk: {}, queue: {}, totals: { unseen: 0, statementsToReview: 0, statementsApproved: 0 } },
  ...fields,
});
const asked = vi.fn(() => Promise.resolve(Response.json({ questions: [], total: 0 })));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', asked.mockClear());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('is asked again only once something has changed in what it searches', async () => {
  const first = shown({});
  const search = new DeskSearch('f1', () => first.desk);
  search.follow(first);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toHaveBeenCalledTimes(1);
  // A vote, a statement, the clock: each patch makes a view.
  for (let patch = 0; patch < 20; patch += 1) {
    search.follow({ ...first, totals: { ...first.totals, statementsToReview: patch } });
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(asked).toHaveBeenCalledTimes(1);
  for (const changed of [{ desk: {} }, { queue: {} }, { totals: { ...first.totals, unseen: 1 } }]) {
    search.follow(first);
    await vi.advanceTimersByTimeAsync(1_000);
    asked.mockClear();
    search.follow({ ...first, ...changed });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveBeenCalledTimes(1);
  }
  search.stop();
});

test('is asked again when its page is opened again, whatever was missed meanwhile', async () => {
  const first = shown({});
  const search = new DeskSearch('f1', () => first.desk);
  search.follow(first);
  await vi.advanceTimersByTimeAsync(1_000);
  search.stop();
  search.follow(first);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toHaveBeenCalledTimes(2);
  search.stop();
});
