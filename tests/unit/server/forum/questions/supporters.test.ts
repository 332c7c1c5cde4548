/** Supports by voter turned around: the same however far that had come when votes went on. */
import { Table } from '@wenzheng/server/src/engine/store';
import { Supporters } from '@wenzheng/server/src/forum/questions/index';
import {
  asSupported,
  isSupportedIn,
  type Supported,
} from '@wenzheng/server/src/forum/questions/supported';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const VOTERS = 600;
const questions = ['1', '2', '3', '4', '5', '6'];

type Step =
  | { readonly voter: number; readonly supports: readonly string[] }
  | 'catch up'
  | 'ask'
  | 'commit'
  | 'roll back';

const votes = fc.record({
  voter: fc.nat(VOTERS - 1),
  supports: fc.shuffledSubarray(questions),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 40, arbitrary: votes },
  { weight: 1, arbitrary: fc.constantFrom('catch up', 'ask', 'commit', 'roll back') },
);

test('who supports a question is known whatever came, also in batches that are taken back', () => {
  const load = fc.array(fc.shuffledSubarray(questions), { minLength: VOTERS, maxLength: VOTERS });
  fc.assert(
    fc.property(load, fc.array(step, { minLength: 600, maxLength: 1_500 }), (loaded, steps) => {
      const table = new Table<Supported>('supports');
      const supporters = new Supporters(table, 256);
      table.load(loaded.map((supports, voter) => [`v${voter}`, asSupported(supports)] as const));
      table.settle();
      for (const each of steps) {
        if (each === 'catch up') supporters.catchUp();
        else if (each === 'ask') supporters.of('1');
        else if (each === 'commit') table.settle();
        else if (each === 'roll back') table.rollback();
        else table.put(`v${each.voter}`, asSupported(each.supports));
      }
      const rows = [...table.entries()];
      for (const question of questions) {
        const anew = rows.flatMap(([voter, supports]) =>
          isSupportedIn(supports, question) ? [voter] : [],
        );
        expect([...supporters.of(question)].sort()).toEqual(anew.sort());
      }
    }),
    { numRuns: 30 },
  );
});

test('a start is caught up with a little at a time', () => {
  const table = new Table<Supported>('supports');
  const supporters = new Supporters(table);
  table.load(
    Array.from({ length: VOTERS }, (_, voter) => [`v${voter}`, asSupported(['1'])] as const),
  );
  let times = 1;
  while (supporters.catchUp()) times += 1;
  expect(times).toBe(3);
  expect(supporters.of('1').size).toBe(VOTERS);
});
