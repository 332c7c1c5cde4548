/**
 * `npm run simulate -- --seeds N [--from S] [--workers W]`: plays N forums on so many threads and stops at the
 * first that breaks a rule. The same seed goes the same way on any thread.
 */
import { availableParallelism } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { parseArgs } from 'node:util';
import { playSeeds, serveSeeds } from './play';

const WHOLE = /^\d{1,9}$/;

async function play(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '1000' },
      from: { type: 'string', default: '1' },
      workers: { type: 'string', default: String(availableParallelism()) },
    },
  });
  const [seeds, from, workers] = [values.seeds, values.from, values.workers].map(Number);
  const areWhole = [values.seeds, values.from, values.workers].every((each) => WHOLE.test(each));
  if (!areWhole || !seeds || !workers || from === undefined) {
    console.error('Usage: npm run simulate -- --seeds N [--from S] [--workers W]');
    process.exit(64);
  }
  const startedAt = performance.now();
  const seconds = (): number => (performance.now() - startedAt) / 1_000;
  const told = new Progress(seeds);
  const { failure, played } = await playSeeds({ seeds, from, workers }, (forums) =>
    told.tell(forums, seconds()),
  );
  told.end();
  if (failure !== null) {
    console.error(failure);
    process.exit(1);
  }
  const rate = (seeds / seconds()).toFixed(1);
  console.log(
    `${seeds} forums, ${played.commands} commands (at least ${played.fewest} each), ` +
      `${played.entries} entries in ${seconds().toFixed(1)} s (${rate} a second), ` +
      `digest ${played.digest}: every rule held`,
  );
}

/** One line that is written over where there is a terminal, else one for each tenth. */
class Progress {
  readonly #seeds: number;
  #tenths = 0;

  constructor(seeds: number) {
    this.#seeds = seeds;
  }

  tell(forums: number, seconds: number): void {
    const rate = (forums / seconds).toFixed(1);
    const line = `${forums} of ${this.#seeds} forums, ${rate} a second`;
    const tenths = Math.floor((10 * forums) / this.#seeds);
    if (process.stdout.isTTY) process.stdout.write(`\r${line}`);
    else if (tenths > this.#tenths && tenths < 10) console.log(line);
    this.#tenths = tenths;
  }
  end(): void {
    if (process.stdout.isTTY) process.stdout.write('\n');
  }
}

if (isMainThread) await play();
else serveSeeds();
