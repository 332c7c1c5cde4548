import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addressOf, onceAt } from '../../scripts/alone.mjs';

const ALONE = new URL('../../scripts/alone.mjs', import.meta.url).href;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'alone-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A piece of work that ends when it is told to. */
function slowWork() {
  let hasBegun: () => void;
  let end: () => void;
  let fail: (error: Error) => void;
  const begun = new Promise<void>((resolve) => (hasBegun = resolve));
  const ended = new Promise<void>((resolve, reject) => ([end, fail] = [resolve, reject]));
  const work = vi.fn(() => {
    hasBegun();
    return ended;
  });
  return { work, begun, end: () => end(), fail: (error: Error) => fail(error) };
}

/** A command that comes to do `work`; `waits` resolves once it stands behind another. */
function command(address: string, work: () => Promise<void>, isDone = (): boolean => false) {
  let hasToWait: () => void;
  const waits = new Promise<void>((resolve) => (hasToWait = resolve));
  return { done: onceAt(address, isDone, work, () => hasToWait()), waits };
}

/** Where the system keeps the names of those who work, and where they are files. */
const ADDRESSES = [
  ['a name', () => addressOf(folder, platform())],
  ['a file', () => path.join(folder, 'at-work')],
] as const;

describe.each(ADDRESSES)('work that two commands want done, known by %s', (_kind, address) => {
  test('is done by one, and the others wait for it', async () => {
    let isDone = false;
    const { work, begun, end } = slowWork();
    const come = () => command(address(), work, () => isDone);
    const first = come();
    await begun;
    const others = [come(), come()];
    await Promise.all(others.map(({ waits }) => waits));
    isDone = true;
    end();
    await Promise.all([first, ...others].map(({ done }) => done));
    expect(work).toHaveBeenCalledOnce();
  });

  test('is never done by two at once', async () => {
    let [atOnce, most, times] = [0, 0, 0];
    const work = async (): Promise<void> => {
      times += 1;
      most = Math.max(most, (atOnce += 1));
      await new Promise(setImmediate);
      atOnce -= 1;
    };
    const commands = Array.from({ length: 10 }, () => command(address(), work));
    await Promise.all(commands.map(({ done }) => done));
    expect({ times, most }).toEqual({ times: 10, most: 1 });
  });

  test('is tried by the next when it fails', async () => {
    const { work, begun, fail } = slowWork();
    const first = command(address(), work);
    await begun;
    const next = vi.fn(() => Promise.resolve());
    const second = command(address(), next);
    await second.waits;
    expect(next).not.toHaveBeenCalled();
    fail(new Error('no compiler'));
    await expect(first.done).rejects.toThrow('no compiler');
    await second.done;
    expect(next).toHaveBeenCalledOnce();
  });

  test('is taken over when whoever did it is killed', async () => {
    const longWork = `import { onceAt } from '${ALONE}';
      const work = () => { console.log('begun'); return new Promise((done) => setTimeout(done, 60_000)); };
      await onceAt(${JSON.stringify(address())}, () => false, work, () => undefined);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', longWork], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const work = vi.fn(() => Promise.resolve());
    const second = command(address(), work);
    await second.waits;
    expect(work).not.toHaveBeenCalled();
    child.kill('SIGKILL');
    await second.done;
    expect(work).toHaveBeenCalledOnce();
  });
});

test('work that is done needs nobody to wait', async () => {
  const file = path.join(folder, 'at-work');
  const { work, begun, end } = slowWork();
  const first = command(file, work);
  await begun;
  await command(file, work, () => true).done;
  expect(work).toHaveBeenCalledOnce();
  end();
  await first.done;
  expect(existsSync(file)).toBe(false);
});

test('every folder has an address of its own, on every system', () => {
  for (const system of ['linux', 'darwin', 'win32'] as const) {
    expect(addressOf('/a', system)).toBe(addressOf('/a', system));
    expect(addressOf('/a', system)).not.toBe(addressOf('/b', system));
  }
});
