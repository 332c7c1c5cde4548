import { expect, test } from 'vitest';
import { countPlaywright, countVitest, scoreRunner } from '../../scripts/test-scores.mjs';

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
const NOWHERE = 'tests/output/no-such-report.json';

test('counts what vitest reports', () => {
  expect(countVitest({ ...report, testResults: [] })).toEqual({ passed: 5, failed: 0, skipped: 2 });
});

test('counts a file that vitest could not load as a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(countVitest({ ...report, testResults }).failed).toBe(1);
});

test('counts what playwright reports, errors outside of tests included', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 3, failed: 3, skipped: 2 });
});

test('counts a runner without a report as one failure', async () => {
  const run = () => Promise.resolve({ ok: true, output: 'crashed' });
  const score = await scoreRunner(run, NOWHERE, countVitest);
  expect(score).toMatchObject({ passed: 0, failed: 1, output: expect.stringContaining('crashed') });
});
