import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { onceAlone } from '../../scripts/alone.mjs';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'alone-'));
  lock = path.join(folder, 'lock');
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('work that two commands want done', () => {
  test('is done by one, and the other waits for it', async () => {
    let [isDone, atOnce, most, times] = [false, 0, 0, 0];
    const work = async () => {
      times += 1;
      most = Math.max(most, (atOnce += 1));
      await wait(300);
      atOnce -= 1;
      isDone = true;
    };
    await Promise.all([1, 2, 3].map(() => onceAlone(() => isDone, work, lock)));
    expect({ times, most, isDone }).toEqual({ times: 1, most: 1, isDone: true });
    expect(existsSync(lock)).toBe(false);
    expect(console.log).toHaveBeenCalledTimes(2);
  });

  test('that is done needs nobody to wait', async () => {
    mkdirSync(lock);
    const work = vi.fn();
    await onceAlone(() => true, work, lock);
    expect(work).not.toHaveBeenCalled();
  });

  test('is tried by the next when it fails', async () => {
    const fails = () => Promise.reject(new Error('no compiler'));
    const work = vi.fn(() => Promise.resolve());
    const first = onceAlone(() => false, fails, lock);
    const second = onceAlone(() => false, work, lock);
    await expect(first).rejects.toThrow('no compiler');
    await second;
    expect(work).toHaveBeenCalledOnce();
    expect(existsSync(lock)).toBe(false);
  });

  test('is taken over from one that was killed', async () => {
    mkdirSync(lock);
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(lock, longAgo, longAgo);
    const work = vi.fn(() => Promise.resolve());
    await onceAlone(() => false, work, lock);
    expect(work).toHaveBeenCalledOnce();
    expect(existsSync(lock)).toBe(false);
  });
});
