/**
 * `node scripts/planted-faults.mjs [--seeds N] [--from S] [name …]`: plants each fault of
 * tests/simulation/planted in a copy of the code, in memory, and plays forums from its recorded seed on (or
 * from S) until the simulation finds it. Fails if one is not found within N forums, or by a rule that is
 * not about it, or if the code without it breaks a rule on the same seeds.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { prepareSources } from './prepare.mjs';
import { main, ROOT } from './run.mjs';

const SIMULATION = path.join(ROOT, 'tests/simulation');
const OUT = path.join(ROOT, 'tests/dist/planted');

/** Bundles a module of the simulation with what it uses, and loads it. */
async function load(entry, name, plugins) {
  const { build } = await import('vite');
  const outDir = path.join(OUT, name.replaceAll(/[^a-z0-9]+/gi, '-'));
  await build({
    root: path.join(ROOT, 'tests'),
    configFile: false,
    logLevel: 'warn',
    plugins,
    ssr: { noExternal: [/^@wenzheng\//, 'chinese-days'] },
    build: { ssr: path.join(SIMULATION, entry), outDir, target: 'node20', emptyOutDir: true },
  });
  const file = path.join(outDir, `${path.basename(entry, '.ts')}.js`);
  return import(`${pathToFileURL(file).href}?${Date.now()}`);
}

/** Puts the source with the fault in the place of the file, in memory. */
function planting({ plant }, fault) {
  const file = path.join(ROOT, fault.file);
  const source = plant(fault, readFileSync(file, 'utf8'));
  return { name: 'planted-fault', enforce: 'pre', load: (id) => (id === file ? source : null) };
}

/** The first line of what the simulation finds, without the seed; null if every rule holds. */
async function play(simulate, seed) {
  try {
    await simulate(seed);
    return null;
  } catch (error) {
    return String(error.message ?? error).replace(/^seed \d+: /, '');
  }
}

/** Plays until the fault is found by its own rule. */
async function hunt(fault, simulate, from, seeds) {
  const found = { fault, seed: null, rule: '', played: 0, wrong: false };
  for (let seed = from; seed < from + seeds; seed += 1) {
    const finding = await play(simulate, seed);
    found.played += 1;
    if (finding === null || fault.alsoSeenBy?.test(finding)) continue;
    const [rule] = finding.split('\n');
    return { ...found, seed, rule, wrong: !fault.foundBy.test(rule) };
  }
  return found;
}

const cell = (text) => text.slice(0, 90).replaceAll('|', '\\|');
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);

await main(async () => {
  const { values, positionals: names } = parseArgs({
    allowPositionals: true,
    options: { seeds: { type: 'string', default: '300' }, from: { type: 'string' } },
  });
  await prepareSources();
  const planted = await load('planted/faults.ts', 'faults', []);
  const faults = planted.FAULTS.filter(({ name }) => names.length === 0 || names.includes(name));
  if (faults.length === 0) throw new Error(`No such fault: ${names.join(', ')}`);
  const seeds = new Set();
  let failures = 0;
  row('fault', 'what it would do', 'found by', 'seed', 'played');
  row('---', '---', '---', '--:', '--:');
  for (const fault of faults) {
    const { simulate } = await load('forum-simulation.ts', fault.name, [planting(planted, fault)]);
    const from = Number(values.from ?? fault.seed);
    const { seed, rule, played, wrong } = await hunt(fault, simulate, from, Number(values.seeds));
    for (let each = from; each < from + played; each += 1) seeds.add(each);
    const by = seed === null ? 'NOT FOUND' : `${wrong ? 'ANOTHER RULE: ' : ''}${cell(rule)}`;
    row(fault.name, fault.harm, by, seed ?? '', played);
    if (seed === null || wrong) failures += 1;
  }
  const sound = await load('forum-simulation.ts', 'sound', []);
  for (const seed of seeds) {
    const finding = await play(sound.simulate, seed);
    if (finding === null) continue;
    failures += 1;
    console.log(`Without any fault, seed ${seed}: ${finding}`);
  }
  if (failures > 0) process.exitCode = 1;
});
