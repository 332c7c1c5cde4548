// The built hub keeps what V8 has compiled of it, and the next one runs by that.
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { HUB, startHubProcess, stopProcess } from '../support/hub-process';
import { temporaryFolder } from '../support/test-app';

/** Of a V8 without the flags of the test runner. */
const TAG = "require('node:v8').cachedDataVersionTag().toString(16)";
const tag = execFileSync(process.execPath, ['--print', TAG], { encoding: 'utf8' }).trim();
const COMPILED = path.join(HUB, `../hub.cjs.${tag}.compiled`);
const SURELY_MS = 4_000;

/** Starts a hub; the returned function stops it. */
async function hub(): Promise<() => Promise<void>> {
  const { child } = await startHubProcess(HUB, temporaryFolder(), []);
  onTestFinished(() => stopProcess(child));
  return () => stopProcess(child);
}

test('a hub runs by what another has compiled before', { timeout: 40_000 }, async () => {
  rmSync(COMPILED, { force: true });
  const stop = await hub();
  await vi.waitFor(() => expect(existsSync(COMPILED)).toBe(true), { timeout: 20_000 });
  await stop();
  const { ino } = statSync(COMPILED);
  await hub();
  await wait(SURELY_MS);
  expect(statSync(COMPILED).ino).toBe(ino);
});
