import { expect, test } from 'vitest';
import { countPlaywright, countVitest, scoreRunner } from '../../scripts/test-scores.mjs';

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
const NOWHERE = 'tests/output/no-such-report.json';

test('counts what vitest reports', () => {
  expect(countVitest({ ...report, testResults: [] })).toEqual({
    passed: 5,
    failed: 0,
    skipped: 2,
    faults: [],
  });
});

test('counts a file that vitest could not load as a failure', () => {
  const testResults = [
    { name: 'a.test.ts', status: 'failed', message: 'no', assertionResults: [] },
  ];
  expect(countVitest({ ...report, testResults })).toMatchObject({
    failed: 1,
    faults: ['a.test.ts: no'],
  });
});

test('counts what playwright reports, errors outside of tests included', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({
    passed: 3,
    failed: 3,
    skipped: 2,
    faults: ['no message'],
  });
});

test('names what failed, with the first line of why', () => {
  const failed = {
    status: 'failed',
    fullName: 'clock runs',
    failureMessages: ['\u001b[31mlate\nstack'],
  };
  const testResults = [{ status: 'failed', assertionResults: [failed, { status: 'passed' }] }];
  expect(countVitest({ ...report, testResults }).faults).toEqual(['clock runs: late']);

  const stats = { expected: 1, unexpected: 1, flaky: 0, skipped: 0 };
  const specs = [
    {
      ok: false,
      file: 'a.spec.ts',
      title: 'opens',
      tests: [{ results: [{ error: { message: 'shut' } }] }],
    },
    { ok: true },
  ];
  const suites = [{ specs: [], suites: [{ specs }] }];
  expect(countPlaywright({ stats, errors: [], suites }).faults).toEqual(['a.spec.ts: opens: shut']);
});

test('counts a runner without a report as one failure', async () => {
  const run = () => Promise.resolve({ ok: true, output: 'crashed' });
  const score = await scoreRunner(run, NOWHERE, countVitest);
  expect(score).toMatchObject({ passed: 0, failed: 1, output: expect.stringContaining('crashed') });
});
