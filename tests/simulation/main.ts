/** `npm run simulate -- --seeds N [--from S]`: plays N forums and stops at the first that breaks a rule. */
import { parseArgs } from 'node:util';
import { simulate } from './forum-simulation';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' } },
});
const [seeds, from] = [Number(values.seeds), Number(values.from)];
if (!Number.isSafeInteger(seeds) || seeds < 1 || !Number.isSafeInteger(from)) {
  console.error('Usage: npm run simulate -- --seeds N [--from S]');
  process.exit(64);
}

const startedAt = performance.now();
let [commands, entries] = [0, 0];
try {
  for (let seed = from; seed < from + seeds; seed += 1) {
    const report = await simulate(seed);
    commands += report.commands;
    entries += report.entries;
    if (seeds === 1) console.log(`seed ${seed}: digest ${report.digest}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const took = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(
  `${seeds} forums, ${commands} commands, ${entries} entries in ${took} s: every rule held`,
);
