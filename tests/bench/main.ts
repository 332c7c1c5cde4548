/** `npm run bench -- [names…] [--json FILE]`: measures the hub beside the bare parts it is made of. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchmarks, NAMES } from './benchmarks';
import { servePart } from './process/parts';
import { judge, table, type Result } from './result';

const { values, positionals } = parseArgs({
  options: { json: { type: 'string' }, part: { type: 'string' } },
  allowPositionals: true,
});

async function bench(names: readonly string[], json: string | undefined): Promise<void> {
  const unknown = names.filter((name) => !NAMES.includes(name));
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. There are: ${NAMES.join(', ')}.`);
    process.exit(64);
  }
  const wanted = (name: string): boolean => names.length === 0 || names.includes(name);
  const start = performance.now();
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
  console.log(`\n${table(results)}\n`);
  console.log(`${results.length} figures in ${Math.round((performance.now() - start) / 1_000)} s`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`);
}

if (values.part !== undefined) servePart(values.part);
else await bench(positionals, values.json);
