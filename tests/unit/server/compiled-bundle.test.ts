import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runBundle } from '@wenzheng/server/src/compiled-bundle';

const SAID = Symbol.for('what the bundle said');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  Reflect.deleteProperty(globalThis, SAID);
});

const inFolder = (name: string): string => path.join(folder, name);
const compiled = (): string[] => readdirSync(folder).filter((name) => name !== 'bundle.cjs');
const write = (word: string): void =>
  writeFileSync(
    inFolder('bundle.cjs'),
    `const path = require('node:path');
     globalThis[Symbol.for('what the bundle said')] = '${word} in ' + path.basename(__dirname);`,
  );

/** What the bundle says, and how to keep its code. */
function run(): { said: unknown; keep: ReturnType<typeof runBundle> } {
  Reflect.deleteProperty(globalThis, SAID);
  const keep = runBundle(pathToFileURL(inFolder('bundle.cjs')));
  return { said: Reflect.get(globalThis, SAID), keep };
}
const said = (word: string): string => `${word} in ${path.basename(folder)}`;

describe('a bundle', () => {
  test('runs by the code that an earlier run has kept', async () => {
    write('one');
    const first = run();
    expect(first.said).toBe(said('one'));
    await first.keep?.();
    expect(compiled()).toHaveLength(1);
    expect(run()).toEqual({ said: said('one'), keep: null });
  });

  test('of the same length is not taken for the one that was compiled', async () => {
    write('one');
    await run().keep?.();
    write('two');
    const changed = run();
    expect(changed.said).toBe(said('two'));
    await changed.keep?.();
    expect(run()).toEqual({ said: said('two'), keep: null });
    expect(compiled()).toHaveLength(1);
  });

  test('is compiled anew where what was kept is damaged or cut off', async () => {
    write('one');
    await run().keep?.();
    const [name = ''] = compiled();
    const whole = readFileSync(inFolder(name));
    const flipped = Buffer.from(whole);
    flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1;
    for (const damaged of [flipped, whole.subarray(0, 100), whole.subarray(0, 10), '']) {
      writeFileSync(inFolder(name), damaged);
      const { said: word, keep } = run();
      expect(word).toBe(said('one'));
      expect(keep).not.toBeNull();
    }
  });

  test('runs as well where nothing can be kept', async () => {
    write('one');
    const { keep } = run();
    rmSync(folder, { recursive: true });
    await keep?.();
    expect(() => readdirSync(folder)).toThrow('ENOENT');
    writeFolder();
    expect(run().said).toBe(said('one'));
  });
});

function writeFolder(): void {
  folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
  write('one');
}
