import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runBundle } from '@wenzheng/server/src/compiled-bundle';

const DIGEST_BYTES = 32;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const inFolder = (name: string): string => path.join(folder, name);
const besideBundle = (): string[] => readdirSync(folder).filter((name) => name !== 'bundle.cjs');
const compiled = (): string => inFolder(besideBundle()[0] ?? 'nothing');
const write = (word: string): void =>
  writeFileSync(
    inFolder('bundle.cjs'),
    `const path = require('node:path');
     exports.said = '${word} in ' + path.basename(__dirname);`,
  );
const run = () => runBundle(pathToFileURL(inFolder('bundle.cjs')));
const saying = (word: string): object => ({ said: `${word} in ${path.basename(folder)}` });

/** Within a process V8 remembers what it has compiled under a name: under another it looks at what was kept. */
function move(): void {
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'bundle-'));
  renameSync(folder, elsewhere);
  folder = elsewhere;
}

describe('a bundle', () => {
  test('runs by the code that an earlier run has kept', async () => {
    write('one');
    const first = run();
    expect(first.exports).toEqual(saying('one'));
    await first.keep?.();
    expect(besideBundle()).toHaveLength(1);
    move();
    expect(run()).toEqual({ exports: saying('one'), keep: null });
  });

  test('of the same length is not taken for the one that was compiled', async () => {
    write('one');
    await run().keep?.();
    write('two');
    move();
    const changed = run();
    expect(changed.exports).toEqual(saying('two'));
    await changed.keep?.();
    move();
    expect(run()).toEqual({ exports: saying('two'), keep: null });
    expect(besideBundle()).toHaveLength(1);
  });

  test('is compiled anew where what was kept is damaged, cut off, or no code at all', async () => {
    write('one');
    await run().keep?.();
    const whole = readFileSync(compiled());
    const flipped = Buffer.from(whole);
    flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1;
    const text = Buffer.alloc(whole.length - DIGEST_BYTES, 'no code');
    const digest = createHash('sha256')
      .update(readFileSync(inFolder('bundle.cjs')))
      .update(text);
    const noCode = Buffer.concat([digest.digest(), text]);
    for (const bad of [flipped, whole.subarray(0, 100), whole.subarray(0, 10), '', noCode]) {
      writeFileSync(compiled(), bad);
      move();
      const { exports, keep } = run();
      expect(exports).toEqual(saying('one'));
      expect(keep).not.toBeNull();
      await keep?.();
      expect(readFileSync(compiled())).toHaveLength(whole.length);
    }
  });

  test('runs as well where nothing can be kept, and leaves nothing behind', async () => {
    write('one');
    await run().keep?.();
    const inTheWay = compiled();
    rmSync(inTheWay);
    mkdirSync(path.join(inTheWay, 'full'), { recursive: true });
    const { exports, keep } = run();
    expect(exports).toEqual(saying('one'));
    await keep?.();
    expect(besideBundle()).toEqual([path.basename(inTheWay)]);
  });
});
