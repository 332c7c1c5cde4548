import type { SimilarAtDesk } from '@wenzheng/shared/forum/desk';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Answer } from '../../../console/src/hub-api';
import { Alike } from '../../../console/src/screens/questions/alike.svelte';

type Told = Answer<{ questions: SimilarAtDesk[] }>;
const LAMP: SimilarAtDesk = {
  ...{ id: '2', number: 2, text: '东街的路灯不亮', state: 'queued', support: 1, score: 0.8 },
};
const failed = (status: number, seconds: number | null): Told => ({
  ...{ ok: false, status, code: null, field: '', problem: '', seconds },
});

/** A hub that answers one after another of `answers`. */
function hub(...answers: Told[]) {
  const asked: string[] = [];
  const alike = new Alike({
    similarTo: (question) => {
      asked.push(question);
      return Promise.resolve(answers.shift() ?? failed(0, null));
    },
  });
  return { alike, asked };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('is looked for again, as it says, until the hub tells', async () => {
  const { alike, asked } = hub(failed(503, 10), failed(0, null), {
    ...{ ok: true, value: { questions: [LAMP] } },
  });
  alike.lookAt('1', 300);
  await vi.advanceTimersByTimeAsync(300);
  expect([alike.found, alike.problem]).toEqual([null, 'starting']);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(asked).toEqual(['1']);
  await vi.advanceTimersByTimeAsync(1);
  expect([alike.found, alike.problem]).toEqual([null, 'unreachable']);
  await vi.advanceTimersByTimeAsync(3_000);
  expect([alike.found, alike.problem]).toEqual([[LAMP], null]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(3);
});

test('is looked for no more once its question is left', async () => {
  const { alike, asked } = hub();
  const leave = alike.lookAt('1', 0);
  await vi.advanceTimersByTimeAsync(0);
  leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(['1']);
});
