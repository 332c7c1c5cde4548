/**
 * How long similar questions take among 20,000, through the thread that the hub would ask. The questions are those of
 * the files sorted by hand, each time with other names and numbers in them.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  ThreadedSimilarQuestions,
  type SimilarQuestions,
} from '@wenzheng/server/src/forum/questions/similar/similar-questions';
import { startSimilarityWorker } from '@wenzheng/server/src/forum/questions/similar/worker-thread';
import { mentionsIn } from '@wenzheng/server/src/forum/questions/words/mentions';
import { parseQuestions } from '../../eval-questions/questions';
import { Dice } from '../../support/dice';
import { ROOT } from '../../support/root';
import { median, percentile } from '../figures';
import type { Measured } from '../result';
import { withScope } from '../scope';

const RUNS = 5;
const QUESTIONS = 20_000;
const ASKED = 200;
const SHOWN = 5;
const SYLLABLES = '云川松柏明湖金锦翠屏临溪望安和青禾东塘北岭晨光白鹭半月石榴槐荫红枫向阳';

export function similar(): Promise<Measured[]> {
  return withScope(async (scope) => {
    const chance = new Dice(1);
    const texts = sortedTexts();
    const questions = Array.from({ length: QUESTIONS }, (_, number): [string, string] => [
      String(number),
      elsewhere(texts[number % texts.length] ?? '', chance),
    ]);
    const found = scope.add(threaded(questions), (each) => each.close());
    await found.similar('路灯', SHOWN);
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run += 1)
      runs.push(percentile(await times(found, texts, chance), 0.95));
    return [
      {
        name: 'similar-p95',
        value: median(runs),
        unit: 'ms',
        baseline: null,
        limit: { at: 'most', value: 30 },
        runs,
      },
    ];
  });
}

const sortedTexts = (): readonly string[] =>
  ['dev', 'held-out', 'written-later'].flatMap((name) =>
    parseQuestions(readFileSync(path.join(ROOT, `tests/data/questions/${name}.jsonl`), 'utf8')).map(
      ({ text }) => text,
    ),
  );

const threaded = (questions: readonly (readonly [string, string])[]): SimilarQuestions =>
  new ThreadedSimilarQuestions({
    start: () =>
      startSimilarityWorker(path.join(ROOT, 'server/dist/similar-worker.js'), (error) => {
        throw error;
      }),
    questions: () => questions,
    waiting: 1,
  });

/** Milliseconds of each call, one after another. */
async function times(
  found: SimilarQuestions,
  texts: readonly string[],
  chance: Dice,
): Promise<number[]> {
  const measured: number[] = [];
  for (let asked = 0; asked < ASKED; asked += 1) {
    const text = elsewhere(chance.pick(texts), chance);
    const start = performance.now();
    if ((await found.similar(text, SHOWN)) === null) throw new Error('the thread has ended');
    measured.push(performance.now() - start);
  }
  return measured;
}

/** The same question about another place. */
function elsewhere(text: string, chance: Dice): string {
  let other = text;
  for (const { name } of mentionsIn(text)) {
    const made = /^\d+$/.test(name)
      ? String(chance.below(200) + 1)
      : `${chance.pick([...SYLLABLES])}${chance.pick([...SYLLABLES])}`;
    other = other.replaceAll(name, made);
  }
  return other;
}
