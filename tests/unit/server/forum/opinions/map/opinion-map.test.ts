import { opinionMap, type MapInput } from '@wenzheng/server/src/forum/opinions/map/opinion-map';
import {
  voteMatrix,
  type CastVote,
  type Vote,
} from '@wenzheng/server/src/forum/opinions/map/votes';
import { describe, expect, test } from 'vitest';
import { Dice } from '../../../../../support/dice';

/** People of `camps` opinions, each answering most statements as their camp does. */
function crowd(people: number, statements: number, camps: number, dice = new Dice(1)): CastVote[] {
  const opinions = Array.from({ length: camps }, () =>
    Array.from({ length: statements }, (): Vote => dice.pick([1, 1, -1, -1, 0])),
  );
  return Array.from({ length: people }, (_, participant) => {
    const opinion = opinions[participant % camps] ?? [];
    return opinion.flatMap((usual, statement): CastVote[] => {
      if (dice.chance(0.4)) return [];
      const vote = dice.chance(0.85) ? usual : dice.pick<Vote>([1, 0, -1]);
      return [{ participant, statement, vote }];
    });
  }).flat();
}

const shuffled = <T>(values: readonly T[], dice: Dice): T[] =>
  values
    .map((value) => ({ value, key: dice.below(1_000_000) }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);

const mapOf = (cast: readonly CastVote[], more: Partial<MapInput> = {}) =>
  opinionMap({ votes: voteMatrix(cast), ...more });

describe('the map of opinion', () => {
  test.each([2, 3])('finds %i camps', (camps) => {
    const map = mapOf(crowd(200, 30, camps));
    expect(map.groups).toHaveLength(camps);
    for (const { members } of map.groups) {
      const camp = new Set(members.map((id) => Number(id) % camps));
      expect(camp.size).toBe(1);
      expect(Math.abs(members.length - 200 / camps)).toBeLessThan(1);
    }
    expect(map.stability).toBeGreaterThan(0.95);
  });

  test('is the same, digit for digit, however the votes are ordered', () => {
    const cast = crowd(150, 25, 3);
    const first = JSON.stringify(mapOf(cast));
    for (let seed = 0; seed < 10; seed += 1)
      expect(JSON.stringify(mapOf(shuffled(cast, new Dice(seed))))).toBe(first);
  });

  test('keeps on it whoever was placed, whatever statements come or go', () => {
    const cast = crowd(100, 5, 2).filter(({ participant }) => participant !== 0);
    const all = crowd(100, 5, 2, new Dice(2)).concat(
      Array.from({ length: 100 }, (_, participant) =>
        [0, 1, 2, 3, 4].map((statement) => ({ participant, statement, vote: 1 as const })),
      ).flat(),
    );
    const first = mapOf([...cast, ...all]);
    const onMap = (map: ReturnType<typeof mapOf>): number =>
      map.groups.reduce((sum, { members }) => sum + members.length, 0);
    expect(onMap(first)).toBe(100);
    const one: CastVote = { participant: 3, statement: 5, vote: 1 };
    const next = mapOf([...cast, ...all, one], { before: first.memory });
    expect(onMap(next)).toBe(100);
  });

  test('counts the last vote of a participant on a statement', () => {
    const map = mapOf([
      { participant: 1, statement: 5, vote: 1 },
      { participant: 2, statement: 5, vote: 0 },
      { participant: 1, statement: 5, vote: -1 },
    ]);
    expect(map.counts).toEqual([{ agree: 0, disagree: 1, pass: 1 }]);
  });

  test('shares of a crowd of one opinion are one group, and it is not stable', () => {
    const dice = new Dice(3);
    const cast = Array.from({ length: 100 }, (_, participant) =>
      Array.from({ length: 12 }, (__, statement): CastVote => {
        return { participant, statement, vote: dice.pick<Vote>([1, 1, 0, -1]) };
      }),
    ).flat();
    expect(mapOf(cast).stability).toBeLessThan(0.8);
  });

  test.each([
    ['nothing', []],
    ['one vote', [{ participant: 'a', statement: 's', vote: 1 as const }]],
    [
      'all the same',
      Array.from({ length: 40 }, (_, n): CastVote => {
        return { participant: n % 20, statement: n % 2, vote: 1 };
      }),
    ],
  ])('of %s is a map without directions', (_, cast: readonly CastVote[]) => {
    const map = mapOf(cast);
    expect(map.components.flat().every((weight) => weight === 0)).toBe(true);
    expect(map.groups.length).toBeLessThan(2);
    expect(JSON.stringify(map)).not.toMatch(/null,null|NaN/);
  });

  test('what was moderated out stands for nothing', () => {
    const cast = crowd(120, 20, 2);
    const map = mapOf(cast, { moderated: new Set([0, 7]) });
    expect([map.components[0][0], map.components[0][7]]).toEqual([0, 0]);
    const named = [
      ...map.groups.flatMap(({ representative }) => representative),
      ...map.consensus.agree,
      ...map.consensus.disagree,
    ].map(({ statement }) => statement);
    expect(named).not.toContain(0);
    expect(named).not.toContain(7);
    expect(map.counts[7]?.agree).toBe(mapOf(cast).counts[7]?.agree);
  });

  test('groups keep their numbers while people join', () => {
    const cast = crowd(300, 30, 3);
    let map = mapOf(cast.filter(({ participant }) => Number(participant) < 60));
    const campOf = (group: number): number => Number(map.groups[group]?.members[0]) % 3;
    const camps = [0, 1, 2].map(campOf);
    for (let people = 80; people <= 300; people += 20) {
      map = mapOf(
        cast.filter(({ participant }) => Number(participant) < people),
        { before: map.memory },
      );
      expect([0, 1, 2].map(campOf)).toEqual(camps);
    }
  });

  test('another number of groups must be the best four times running', () => {
    const two = crowd(120, 30, 2);
    const five = crowd(120, 30, 5, new Dice(9));
    let map = mapOf(two);
    const counts: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      map = mapOf(five, { before: map.memory });
      counts.push(map.groups.length);
    }
    expect(counts.slice(0, 3)).toEqual([2, 2, 2]);
    expect(counts[4]).toBeGreaterThan(2);
  });
});
