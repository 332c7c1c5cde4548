/** Counts what the test runners report; a runner that crashed or reported nothing counts as one failure. */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './run.mjs';

const NONE = { passed: 0, failed: 0, skipped: 0 };

export function countVitest(report) {
  // A file that could not even be loaded has failed without any test in it.
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
    faults: [
      ...unloaded.map((file) => `${file.name}: ${firstLine(file.message)}`),
      ...report.testResults.flatMap(({ assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map((test) => `${test.fullName}: ${firstLine(test.failureMessages[0])}`),
      ),
    ],
  };
}

/** @param {{ stats: Record<string, number>, errors: { message?: string }[], suites?: object[] }} report */
export function countPlaywright({ stats, errors, suites = [] }) {
  const specs = suites.flatMap(function within(suite) {
    return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(within)];
  });
  const faultOf = ({ file, title, tests }) =>
    `${file}: ${title}: ${firstLine(tests.flatMap(({ results }) => results).find((r) => r.error)?.error.message)}`;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    faults: [
      ...specs.filter(({ ok }) => !ok).map(faultOf),
      ...errors.map(({ message }) => firstLine(message)),
    ],
  };
}

// eslint-disable-next-line no-control-regex -- colours of the terminal
const COLOURS = /\u001b\[[0-9;]*m/g;
const firstLine = (message = 'no message') => message.replace(COLOURS, '').split('\n')[0];

/** Runs a test runner and counts its report. */
export async function scoreRunner(run, reportFile, count) {
  const file = path.join(ROOT, reportFile);
  rmSync(file, { force: true });
  const { ok, output } = await run();
  let score;
  try {
    score = count(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return { ...NONE, failed: 1, output: `${output}\nNo report: ${error.message}` };
  }
  if (!ok && score.failed === 0) score = { ...score, failed: 1 };
  return score.failed > 0 ? { ...score, output } : score;
}

/** Adds up the steps of a run and says how each went. */
export class Scores {
  #total = { ...NONE };
  #faults = [];

  /** Runs a step, prints its name and duration, and its output if it failed; answers whether it did not. */
  async time(name, work) {
    const start = performance.now();
    const { output = '', faults = [], ...score } = { ...NONE, ...(await work()) };
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    for (const key of Object.keys(NONE)) this.#total[key] += score[key];

    const good = score.failed === 0;
    const counted = score.passed + score.failed > 1 ? `, ${phrase(score)}` : '';
    console.log(`${good ? 'ok    ' : 'FAILED'} ${name} (${seconds} s${counted})`);
    if (!good) {
      console.log(output);
      this.#faults.push(...(faults.length > 0 ? faults.map((each) => `${name}: ${each}`) : [name]));
    }
    return good;
  }

  /** Prints what failed, so that it need not be looked for, and the line that ends a run; answers the exit code. */
  summarize() {
    for (const fault of this.#faults) console.log(`FAILED ${fault}`);
    console.log(phrase(this.#total));
    return this.#total.failed > 0 ? 1 : 0;
  }
}

const phrase = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
