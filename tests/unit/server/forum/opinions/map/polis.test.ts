/** The map agrees with what Polis computed, on data made by others that lies beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { opinionMapOf } from '@wenzheng/server/src/cli/opinion-map/map-of-files';
import { readRows } from '@wenzheng/server/src/cli/opinion-map/rows';
import { adjustedRandIndex } from '@wenzheng/server/src/forum/opinions/map/grouping';
import { describe, expect, test } from 'vitest';

const POLIS = path.resolve(import.meta.dirname, '../../../../../../../shared/data/polis');
const HERE = existsSync(POLIS);
const WHERE = HERE ? '' : ' (skipped: no ../shared/data/polis beside the project)';

interface PolisStatement {
  readonly tid: number;
  readonly 'n-success': number;
  readonly 'n-trials': number;
  readonly 'p-success': number;
  readonly 'p-test': number;
}

interface PolisRepresentative extends PolisStatement {
  readonly 'repful-for': string;
  readonly repness: number;
  readonly 'repness-test': number;
  readonly 'best-agree'?: boolean;
}

interface PolisMap {
  readonly tids: readonly number[];
  readonly pca: { readonly center: readonly number[]; readonly comps: readonly number[][] };
  readonly consensus: Readonly<Record<'agree' | 'disagree', readonly PolisStatement[]>>;
  readonly repness: Readonly<Record<string, readonly PolisRepresentative[]>>;
  readonly 'group-aware-consensus': Readonly<Record<string, number>>;
  readonly 'comment-priorities': Readonly<Record<string, number>>;
  readonly 'base-clusters': {
    readonly id: readonly number[];
    readonly members: readonly number[][];
    readonly x: readonly number[];
    readonly y: readonly number[];
  };
}

const near = (value: number | undefined, expected: number, within: number): void =>
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(within);

/** Rows of what was found and what Polis found, compared field by field. */
function sameStatement(found: unknown, expected: PolisStatement): void {
  expect(found).toMatchObject({
    tid: expected.tid,
    nSuccess: expected['n-success'],
    nTrials: expected['n-trials'],
  });
  const { pSuccess, pTest } = found as { pSuccess: number; pTest: number };
  near(pSuccess, expected['p-success'], 1e-9);
  near(pTest, expected['p-test'], 1e-6);
}

describe.skipIf(!HERE)(`Polis agrees${WHERE}`, () => {
  describe.each(['below-100-ptpts', '25ptpt-3gp-no-strict-with-meta'])('%s', (name) => {
    const fixture = (file: string): string => path.join(POLIS, name, file);
    const load = () => {
      const polis = JSON.parse(readFileSync(fixture('math-pca2.json'), 'utf8')) as PolisMap;
      const map = opinionMapOf({
        votes: fixture('votes.json'),
        groups: fixture('math-pca2.json'),
      });
      return { polis, map };
    };

    test('components and centre', () => {
      const { polis, map } = load();
      expect(map.statements).toEqual(polis.tids);
      // In Polis's database −1 agrees.
      for (const [column, mean] of polis.pca.center.entries())
        near(map.centre[column], -mean, 1e-9);
      for (const [nth, component] of polis.pca.comps.entries()) {
        const own = map.components[nth] ?? [];
        const same = own.reduce((dot, each, column) => dot + each * (component[column] ?? 0), 0);
        for (const [column, weight] of component.entries())
          near((own[column] ?? 0) * Math.sign(same), weight, 1e-9);
      }
    });

    test('where the participants lie', () => {
      const { polis, map } = load();
      const { members, x, y } = polis['base-clusters'];
      for (const [index, [participant]] of members.entries()) {
        const [own, other] = map.projections[String(participant)] ?? [];
        near(Math.abs(own ?? 0), Math.abs(x[index] ?? 0), 1e-6);
        near(Math.abs(other ?? 0), Math.abs(y[index] ?? 0), 1e-6);
      }
    });

    test('representative statements', () => {
      const { polis, map } = load();
      for (const [id, expected] of Object.entries(polis.repness)) {
        const found = map.representative[id] ?? [];
        expect(found.map(({ tid }) => tid)).toEqual(expected.map(({ tid }) => tid));
        for (const [rank, each] of expected.entries()) {
          sameStatement(found[rank], each);
          expect(found[rank]?.repfulFor).toBe(each['repful-for']);
          expect(found[rank]?.bestAgree ?? false).toBe(each['best-agree'] ?? false);
          near(found[rank]?.repness, each.repness, 1e-9);
          near(found[rank]?.repnessTest, each['repness-test'], 1e-6);
        }
      }
    });

    test('consensus', () => {
      const { polis, map } = load();
      for (const side of ['agree', 'disagree'] as const) {
        expect(map.consensus[side].map(({ tid }) => tid)).toEqual(
          polis.consensus[side].map(({ tid }) => tid),
        );
        for (const [rank, each] of polis.consensus[side].entries())
          sameStatement(map.consensus[side][rank], each);
      }
      for (const [tid, value] of Object.entries(polis['group-aware-consensus']))
        near(map.groupAwareConsensus[tid], value, 1e-6);
    });

    test('priorities', () => {
      const { polis, map } = load();
      for (const [tid, value] of Object.entries(polis['comment-priorities']))
        near(map.priorities[tid], value, 1e-6);
    });
  });

  test('biodiversity: counts of each statement, and two groups', () => {
    const file = (name: string): string => path.join(POLIS, 'biodiversity', name);
    const map = opinionMapOf({ votes: file('votes.csv'), wanted: 2 });
    for (const row of readRows(readFileSync(file('comments.csv'), 'utf8'))) {
      const { agree, disagree } = map.counts[String(row['comment-id'])] ?? {};
      expect([agree, disagree]).toEqual([Number(row['agrees']), Number(row['disagrees'])]);
    }
    const people = readRows(readFileSync(file('participants-votes.csv'), 'utf8'));
    const polis = people
      .filter((row) => row['group-id'] !== '')
      .map((row) => [Number(row['participant']), Number(row['group-id'])] as const);
    const own = new Map(
      map.groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)),
    );
    const both = polis.filter(([participant]) => own.has(participant));
    expect(both.length).toBeGreaterThan(polis.length * 0.99);
    const index = adjustedRandIndex(
      both.map(([participant]) => own.get(participant) ?? -1),
      both.map(([, group]) => group),
    );
    expect(index).toBeGreaterThanOrEqual(0.9);
  });
});
