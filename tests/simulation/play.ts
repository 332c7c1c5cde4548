/** Many seeds on several threads: each is handed a few at a time, so that slow ones keep nobody waiting. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker } from 'node:worker_threads';
import { simulate } from './forum-simulation';

export interface Seeds {
  readonly from: number;
  readonly seeds: number;
  readonly workers: number;
}
export interface Played {
  readonly forums: number;
  readonly commands: number;
  /** Commands of the seed that had fewest. */
  readonly fewest: number;
  readonly entries: number;
  /** Of all seeds in their order. */
  readonly digest: string;
}
interface Bundle {
  readonly from: number;
  readonly count: number;
}
type Told =
  | (Omit<Played, 'digest'> & { readonly from: number; readonly digests: readonly string[] })
  | { readonly failure: string };

const AT_ONCE = 10;
/** Much is made and soon forgotten (MB). */
const YOUNG = 64;

/** Resolves when all are played, or with what the first seed that fails tells. */
export async function playSeeds(
  { from, seeds, workers }: Seeds,
  progress: (forums: number) => void,
): Promise<{ readonly failure: string | null; readonly played: Played }> {
  const bundles = Array.from({ length: Math.ceil(seeds / AT_ONCE) }, (_, index): Bundle => {
    const done = index * AT_ONCE;
    return { from: from + done, count: Math.min(AT_ONCE, seeds - done) };
  });
  const sum = new Sum();
  let failure: string | null = null;
  const next = (): Bundle | undefined => (failure === null ? bundles.shift() : undefined);
  const take = (told: Told): void => {
    if ('failure' in told) failure ??= told.failure;
    else {
      sum.add(told);
      progress(sum.forums);
    }
  };
  const threads = Array.from({ length: Math.min(workers, bundles.length) }, () => {
    const worker = new Worker(fileURLToPath(import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    return drive(worker, next, take);
  });
  await Promise.all(threads);
  return { failure, played: sum.played() };
}

function drive(
  worker: Worker,
  next: () => Bundle | undefined,
  take: (told: Told) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const go = (): void => {
      const bundle = next();
      if (bundle) worker.postMessage(bundle);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('message', (told: Told) => {
      take(told);
      go();
    });
    worker.on('error', reject);
    go();
  });
}

/** Plays what the thread is handed, until it is ended. */
export function serveSeeds(): void {
  parentPort?.on('message', (bundle: Bundle) => {
    playBundle(bundle).then(
      (told) => parentPort?.postMessage(told),
      (error: unknown) =>
        parentPort?.postMessage({
          failure: error instanceof Error ? error.message : String(error),
        }),
    );
  });
}

async function playBundle({ from, count }: Bundle): Promise<Told> {
  let [commands, entries, fewest] = [0, 0, Infinity];
  const digests: string[] = [];
  for (let seed = from; seed < from + count; seed += 1) {
    const report = await simulate(seed);
    commands += report.commands;
    entries += report.entries;
    fewest = Math.min(fewest, report.commands);
    digests.push(report.digest);
  }
  return { from, forums: count, commands, entries, fewest, digests };
}

class Sum {
  #forums = 0;
  #commands = 0;
  #entries = 0;
  #fewest = Infinity;
  readonly #digests = new Map<number, readonly string[]>();

  get forums(): number {
    return this.#forums;
  }

  add(told: Exclude<Told, { failure: string }>): void {
    this.#forums += told.forums;
    this.#commands += told.commands;
    this.#entries += told.entries;
    this.#fewest = Math.min(this.#fewest, told.fewest);
    this.#digests.set(told.from, told.digests);
  }

  played(): Played {
    const inOrder = [...this.#digests].sort(([a], [b]) => a - b).flatMap(([, digests]) => digests);
    const [only] = inOrder;
    const all = createHash('sha256').update(inOrder.join()).digest('hex').slice(0, 16);
    return {
      ...{ forums: this.#forums, commands: this.#commands, entries: this.#entries },
      ...{ fewest: this.#fewest, digest: inOrder.length === 1 && only ? only : all },
    };
  }
}
