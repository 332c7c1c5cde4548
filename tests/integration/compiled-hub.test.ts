// The built hub keeps what V8 has compiled of it, and the next one runs by that.
import { cpSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startHubProcess, stopProcess } from '../support/hub-process';
import { ROOT } from '../support/root';
import { temporaryFolder } from '../support/test-app';

const SURELY_MS = 6_000;

/** The built program in a folder of its own: hubs of other tests keep what they compile where they all lie. */
function programApart(): string {
  const root = temporaryFolder();
  const program = path.join(root, 'server/dist');
  cpSync(path.join(ROOT, 'server/package.json'), path.join(root, 'server/package.json'));
  cpSync(path.join(ROOT, 'server/dist'), program, {
    recursive: true,
    filter: (file) => !/\.(map|compiled|draft)$/.test(file),
  });
  for (const name of ['node_modules', 'audience', 'console', 'display'])
    symlinkSync(path.join(ROOT, name), path.join(root, name));
  return program;
}

test('a hub runs by what another has compiled before', { timeout: 60_000 }, async () => {
  const program = programApart();
  const compiled = (): string[] =>
    readdirSync(program).filter((name) => name.endsWith('.compiled'));
  const hub = async (): Promise<() => Promise<void>> => {
    const main = path.join(program, 'main.js');
    const { child } = await startHubProcess(main, temporaryFolder(), []);
    onTestFinished(() => stopProcess(child));
    return () => stopProcess(child);
  };
  const stop = await hub();
  await vi.waitFor(() => expect(compiled()).toHaveLength(1), { timeout: 30_000 });
  await stop();
  const [name = ''] = compiled();
  const { ino } = statSync(path.join(program, name));
  await hub();
  await wait(SURELY_MS);
  expect(compiled()).toEqual([name]);
  expect(statSync(path.join(program, name)).ino).toBe(ino);
});
