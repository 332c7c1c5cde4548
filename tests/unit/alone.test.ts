import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addressOf, onceAlone } from '../../scripts/alone.mjs';

const ALONE = new URL('../../scripts/alone.mjs', import.meta.url).href;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'alone-'));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
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

/** Where the system keeps the names of those who work, and where they are files. */
const ADDRESSES = [
  ['a name', () => addressOf(folder)],
  ['a file', () => path.join(folder, 'at-work')],
] as const;

describe.each(ADDRESSES)('work that two commands want done, known by %s', (_kind, address) => {
  test('is done by one, and the others wait for it', async () => {
    let isDone = false;
    const { work, begun, end } = slowWork();
    const once = (): Promise<void> => onceAlone(() => isDone, work, address());
    const first = once();
    await begun;
    const others = [once(), once()];
    isDone = true;
    end();
    await Promise.all([first, ...others]);
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
    await Promise.all(Array.from({ length: 10 }, () => onceAlone(() => false, work, address())));
    expect({ times, most }).toEqual({ times: 10, most: 1 });
  });

  test('is tried by the next when it fails', async () => {
    const { work, begun, fail } = slowWork();
    const first = onceAlone(() => false, work, address());
    await begun;
    const next = vi.fn(() => Promise.resolve());
    const second = onceAlone(() => false, next, address());
    fail(new Error('no compiler'));
    await expect(first).rejects.toThrow('no compiler');
    await second;
    expect(next).toHaveBeenCalledOnce();
  });

  test('is taken over when whoever did it is killed', async () => {
    const longWork = `import { onceAlone } from '${ALONE}';
      const work = () => { console.log('begun'); return new Promise((done) => setTimeout(done, 60_000)); };
      await onceAlone(() => false, work, ${JSON.stringify(address())});`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', longWork], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const work = vi.fn(() => Promise.resolve());
    const second = onceAlone(() => false, work, address());
    child.kill('SIGKILL');
    await second;
    expect(work).toHaveBeenCalledOnce();
  });
});

test('work that is done needs nobody to wait', async () => {
  const file = path.join(folder, 'at-work');
  const { work, begun, end } = slowWork();
  const first = onceAlone(() => false, work, file);
  await begun;
  await onceAlone(() => true, work, file);
  expect(work).toHaveBeenCalledOnce();
  end();
  await first;
  expect(existsSync(file)).toBe(false);
});

test('every folder has an address of its own, on every system', () => {
  for (const system of ['linux', 'darwin', 'win32'] as const) {
    expect(addressOf('/a', system)).toBe(addressOf('/a', system));
    expect(addressOf('/a', system)).not.toBe(addressOf('/b', system));
  }
});
