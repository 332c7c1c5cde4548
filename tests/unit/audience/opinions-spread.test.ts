/**
 * How evenly a hall's answers spread over the statements, by chance alone and drawn by the priorities of the hub's own
 * mapper. The least answered statement, of seeds 1 to 3: 7, 5 and 7 by chance; 15, 15 and 15 by priority.
 */
import { expect, test } from 'vitest';
import type { StatementPriorities } from '@wenzheng/shared/forum/opinion-map';
import { Mapper } from '@wenzheng/server/src/forum/opinions/mapping/mapper';
import { packRows } from '@wenzheng/server/src/forum/opinions/mapping/mapping';
import { drawnBy, drawOrder, nextOpen } from '../../../audience/src/screens/opinions/order';
import { opinionCrowd } from '../../support/opinion-crowd';

const PEOPLE = 300;
const STATEMENTS = 60;
/** Statements that come in once two of three people have been there. */
const LATE = { count: 20, after: 200 } as const;
const EACH_ANSWERS = 7;
/** The hub tells priorities anew after so many people. */
const TOLD_EVERY = 10;

const columns = (count: number): number[] => Array.from({ length: count }, (_, column) => column);

/** How many answered each statement, everyone's device choosing one after another by what it was told. */
function answersOf(seed: number, byPriority: boolean): number[] {
  const opinions = opinionCrowd({
    ...{ people: PEOPLE, statements: STATEMENTS, camps: 3, answered: 1, seed },
  });
  const mapper = new Mapper();
  const counts = columns(STATEMENTS).map(() => 0);
  let priorities: StatementPriorities = {};
  let untold: (readonly [number, (typeof opinions)[number]])[] = [];
  for (const [person, all] of opinions.entries()) {
    const seen = columns(person < LATE.after ? STATEMENTS - LATE.count : STATEMENTS);
    const own: (typeof opinions)[number] = {};
    const isOpen = (id: string): boolean => !(Number(id) in own);
    const rankOf = drawnBy(`${seed} ${person} `, (id) => priorities[id] ?? 99);
    let order: readonly string[] = seen.map(String);
    for (let nth = 0; nth < EACH_ANSWERS; nth += 1) {
      order = drawOrder(order, (id) => !isOpen(id), rankOf);
      const next = Number(nextOpen(order, null, isOpen));
      own[next] = all[next] ?? 'pass';
      counts[next] = (counts[next] ?? 0) + 1;
    }
    untold.push([person, own]);
    if (!byPriority || untold.length < TOLD_EVERY) continue;
    mapper.tell(packRows(untold, Number));
    const told = mapper.map({ seen, before: null });
    priorities = Object.fromEntries(told.priorities);
    untold = [];
  }
  return counts;
}

test(
  'the least answered statement has far more answers than by chance alone',
  { timeout: 60_000 },
  () => {
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    const figures = [1, 2, 3].map((seed) => ({
      byChance: Math.min(...answersOf(seed, false)),
      byPriority: Math.min(...answersOf(seed, true)),
    }));
    const least = {
      byChance: mean(figures.map((each) => each.byChance)),
      byPriority: mean(figures.map((each) => each.byPriority)),
    };
    expect(least.byPriority).toBeGreaterThan(1.8 * least.byChance);
  },
);
