/**
 * How long similar questions take among 20,000, and the search of desks, through the thread that the hub asks. The questions are those of
 * the files sorted by hand, each time with other names and numbers in them.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deskQuery } from '@wenzheng/shared/forum/desk';
import type { ReadQuestion } from '@wenzheng/server/src/forum/questions/reading/reader';
import type { Reading, ReadingTask } from '@wenzheng/server/src/forum/questions/reading/reading';
import { ReadingWorker } from '@wenzheng/server/src/forum/questions/reading/reading-worker';
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
/** Like no other: once it is found, all have been compared. */
const LAST = '鎏金穹顶大剧院的管风琴何时重新调音';
const SYLLABLES = '云川松柏明湖金锦翠屏临溪望安和青禾东塘北岭晨光白鹭半月石榴槐荫红枫向阳';

export function similar(): Promise<Measured[]> {
  return withScope(async (scope) => {
    const chance = new Dice(1);
    const texts = sortedTexts();
    const questions = Array.from({ length: QUESTIONS }, (_, number): [string, string] => [
      String(number),
      elsewhere(texts[number % texts.length] ?? '', chance),
    ]);
    questions.push([String(QUESTIONS), LAST]);
    const reading = scope.add(threaded(), (each) => each.stop());
    await tell(reading, questions);
    const measured: Measured[] = [];
    for (const [name, taskFor, most] of TASKS) {
      const runs: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const asked = () => taskFor(elsewhere(chance.pick(texts), chance));
        runs.push(percentile(await times(reading, asked), 0.95));
      }
      measured.push({
        ...{ name, value: median(runs), unit: 'ms', baseline: null, runs },
        limit: { at: 'most', value: most },
      });
    }
    return measured;
  });
}

const sortedTexts = (): readonly string[] =>
  ['dev', 'held-out', 'written-later'].flatMap((name) =>
    parseQuestions(readFileSync(path.join(ROOT, `tests/data/questions/${name}.jsonl`), 'utf8')).map(
      ({ text }) => text,
    ),
  );

const alike = (text: string): ReadingTask => ({
  kind: 'alike',
  query: { text, limit: SHOWN, least: 0, can: 'take_in', but: null },
});
/** The first two characters of what somebody asks, among all questions. */
const search = (text: string): ReadingTask => ({
  kind: 'search',
  query: { ...deskQuery.parse({}), place: 'all', search: text.slice(0, 2) },
  limit: 40,
});
const TASKS = [
  ['similar-p95', alike, 30],
  // With the flags of the forty that are shown; no longer than a key press takes to be seen.
  ['desk-search-p95', search, 100],
] as const;

const threaded = (): Reading =>
  new ReadingWorker(pathToFileURL(path.join(ROOT, 'server/dist/reading-thread.js')), (error) => {
    throw error;
  });

/** Waits until the last of them has been compared, too. */
async function tell(
  reading: Reading,
  questions: readonly (readonly [id: string, text: string])[],
): Promise<void> {
  const told = questions.map(([id, text]): ReadQuestion => ({
    ...{
      id,
      text,
      number: Number(id),
      original: '',
      name: '',
      serial: '',
      department: null,
      topic: null,
    },
    ...{ source: 'phone', state: 'queued', unseen: false, supportable: true, takesIn: true },
  }));
  await reading.give({ kind: 'put', questions: told });
  const answer = await reading.give(alike(LAST));
  if (answer?.kind !== 'alike' || !answer.alike.some(({ id }) => id === String(QUESTIONS)))
    throw new Error('not all questions were compared');
}

/** Milliseconds of each call, one after another. */
async function times(reading: Reading, task: () => ReadingTask): Promise<number[]> {
  const measured: number[] = [];
  for (let asked = 0; asked < ASKED; asked += 1) {
    const next = task();
    const start = performance.now();
    await reading.give(next);
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
