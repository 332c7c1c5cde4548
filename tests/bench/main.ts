/** `npm run bench -- [names…] [--json FILE] [--times N]`: measures the hub beside the bare parts it is made of. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchmarks, NAMES } from './benchmarks';
import { servePart } from './process/parts';
import { judge, table, tally, type Result } from './result';

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'string' },
    times: { type: 'string', default: '1' },
    part: { type: 'string' },
  },
  allowPositionals: true,
});

async function bench(names: readonly string[], times: number): Promise<Result[][]> {
  const all: Result[][] = [];
  for (let time = 1; time <= times; time += 1) {
    if (times > 1) console.log(`\ntime ${time} of ${times}`);
    const start = performance.now();
    const results = await measureAll(names);
    all.push(results);
    console.log(`\n${table(results)}\n`);
    console.log(
      `${results.length} figures in ${Math.round((performance.now() - start) / 1_000)} s`,
    );
  }
  if (times > 1) console.log(`\n${tally(all)}`);
  return all;
}

/** What cannot be measured makes the program fail; a missed target does not. */
async function measureAll(names: readonly string[]): Promise<Result[]> {
  const wanted = (name: string): boolean => names.length === 0 || names.includes(name);
  const results: Result[] = [];
  for (const { names: measured, run } of benchmarks) {
    if (!measured.some(wanted)) continue;
    console.log(`measuring ${measured.join(', ')} …`);
    try {
      for (const each of await run()) if (wanted(each.name)) results.push(judge(each));
    } catch (error) {
      console.error(error);
      process.exitCode = 1;
    }
  }
  return results;
}

function refuse(problem: string): never {
  console.error(problem);
  process.exit(64);
}

async function main(): Promise<void> {
  const unknown = positionals.filter((name) => !NAMES.includes(name));
  if (unknown.length > 0) refuse(`Unknown: ${unknown.join(', ')}. There are: ${NAMES.join(', ')}.`);
  const times = Number(values.times);
  if (!Number.isInteger(times) || times < 1) refuse('--times takes a whole number from 1 on.');
  const all = await bench(positionals, times);
  if (values.json === undefined) return;
  // One time: a list of rows; several: a list of such lists.
  writeFileSync(values.json, `${JSON.stringify(times === 1 ? all[0] : all, null, 2)}\n`);
}

if (values.part !== undefined) servePart(values.part);
else await main();
