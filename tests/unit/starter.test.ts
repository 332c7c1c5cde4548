import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isFinal, pauseAfter } from '../../scripts/starter.mjs';

const STARTER = new URL('../../scripts/starter.mjs', import.meta.url).href;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'starter-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/**
 * Runs a starter whose child is `body`. In it, `started()` notes that the child is up, with what it was given,
 * and answers how many have been started so far.
 */
function keepAlive(body: string) {
  const file = (name: string, content: string) => {
    writeFileSync(path.join(folder, name), content);
    return JSON.stringify(path.join(folder, name));
  };
  const starts = file('starts', '');
  const deaths = file('deaths', '');
  const child = file(
    'child.mjs',
    `import { appendFileSync, readFileSync } from 'node:fs';
     const started = () => {
       appendFileSync(${starts}, process.argv[2] + '\\n');
       return readFileSync(${starts}, 'utf8').split('\\n').length - 1;
     };
     ${body}`,
  );
  file(
    'parent.mjs',
    `import { appendFileSync } from 'node:fs';
     import { keepAlive } from '${STARTER}';
     const log = (line) => appendFileSync(${deaths}, line + '\\n');
     process.exit(await keepAlive([${child}, 'argument'], log));`,
  );
  const starter = spawn(process.execPath, [path.join(folder, 'parent.mjs')], { stdio: 'inherit' });
  const lines = (name: string) =>
    readFileSync(path.join(folder, name), 'utf8').split('\n').slice(0, -1);
  return {
    starts: () => lines('starts'),
    deaths: () => lines('deaths'),
    kill: (signal: NodeJS.Signals) => starter.kill(signal),
    ended: new Promise<number | null>((resolve) => starter.on('exit', resolve)),
  };
}

const patiently = { timeout: 10_000 };

describe('the starter', () => {
  test('starts again after a crash and after a kill, and ends when the child ends well', async () => {
    const run = keepAlive(`
      const nth = started();
      if (nth === 1) process.exit(1);
      if (nth === 2) process.kill(process.pid, 'SIGKILL');
      else process.exit(0);`);
    expect(await run.ended).toBe(0);
    expect(run.starts()).toEqual(['argument', 'argument', 'argument']);
  });

  test.each([64, 78])('does not start again after exit code %i', async (code) => {
    const run = keepAlive(`started(); process.exit(${code});`);
    expect(await run.ended).toBe(code);
    expect(run.starts()).toHaveLength(1);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'passes %s on, once, and waits for the child',
    async (signal) => {
      const run = keepAlive(`
        let received = 0;
        process.on('${signal}', () => {
          received += 1;
          setTimeout(() => process.exit(received), 300);
        });
        setInterval(() => {}, 1000);
        started();`);
      await vi.waitFor(() => expect(run.starts()).toHaveLength(1), patiently);
      run.kill(signal);
      setTimeout(() => run.kill(signal), 100);
      expect(await run.ended).toBe(1);
      expect(run.starts()).toHaveLength(1);
    },
  );

  test('ends at once when asked to stop between two starts', async () => {
    const run = keepAlive(`started(); process.exit(9);`);
    await vi.waitFor(() => expect(run.deaths()).toHaveLength(4), patiently);
    run.kill('SIGTERM');
    expect(await run.ended).toBe(9);
    expect(run.starts()).toHaveLength(4);
  });
});

test('waits 100 ms after an early death, then twice as long each time, up to 2 s', () => {
  const pauses = [0, 1, 2, 3, 4, 5, 6, 60].map(pauseAfter);
  expect(pauses).toEqual([0, 100, 200, 400, 800, 1600, 2000, 2000]);
});

test('only a good end and a wrong configuration are final', () => {
  expect([0, 1, 63, 64, 78, 79, 137].filter(isFinal)).toEqual([0, 64, 78]);
});
