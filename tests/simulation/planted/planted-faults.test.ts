/** The simulation is a net only if it catches something: faults planted on purpose, each in a copy of the code. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { FAULTS, plant } from './faults';
import { TEN_FAULTS } from './ten-faults';

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** Each takes a build of its own: four of the ten in the short form. */
const PLAYED = process.env['WENZHENG_FULL'] ? FAULTS : TEN_FAULTS.filter((_, at) => at % 3 === 0);
/** How far from its recorded seed a fault may be found, for the simulation changes with every room. */
const SEEDS = 40;

describe('faults planted on purpose', () => {
  test.each(FAULTS)('$name: the code is still the one it was made for', (fault) => {
    const source = readFileSync(path.join(ROOT, fault.file), 'utf8');
    expect(plant(fault, source)).not.toBe(source);
  });

  test('are found by the simulation, each by its own rule', { timeout: 300_000 }, async () => {
    const args = ['scripts/planted-faults.mjs', '--seeds', String(SEEDS)];
    const names = PLAYED.map(({ name }) => name);
    const { stdout } = await promisify(execFile)(process.execPath, [...args, ...names], {
      cwd: ROOT,
    });
    for (const name of names) expect(stdout).toContain(`| ${name} |`);
  });
});
