import { expect, test } from 'vitest';
import { instant } from '@wenzheng/shared/time/instant';
import type { DrawnMap, MapStatement } from '@wenzheng/shared/forum/opinion-map';
import { pageAt } from '../../../display/src/pages';
import { mapPages } from '../../../display/src/screens/opinions/map-pages';

const statements = (count: number, length: number): MapStatement[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: `s${index}`, number: index + 1, side: 'agree', share: 90 },
    text: '问'.repeat(length),
  }));
const group = (id: number, standsFor: MapStatement[]): DrawnMap['groups'][number] => ({
  ...{ id, people: 10, standsFor },
  shape: { x: 0, y: 0, long: 10, broad: 10, turn: 0 },
});

test('what nearly all share comes first, then each group', () => {
  const [shared, own] = [statements(2, 20), statements(5, 30)];
  const groups = [group(0, own), group(2, own)];
  expect(mapPages({ shared, groups })).toEqual([
    { group: null, statements: shared },
    { group: groups[0], statements: own },
    { group: groups[1], statements: own },
  ]);
});

test('nothing shared has a page that says so, as has a group that nothing sets apart', () => {
  const groups = [group(0, []), group(1, [])];
  expect(mapPages({ shared: [], groups })).toEqual([
    { group: null, statements: [] },
    { group: groups[0], statements: [] },
    { group: groups[1], statements: [] },
  ]);
  expect(mapPages({ shared: [], groups: [] })).toEqual([{ group: null, statements: [] }]);
});

test.each([
  ['long ones one', 120, 1],
  ['shorter ones two', 90, 2],
  ['short ones five', 10, 5],
])('of many statements a page holds the clearest that fit: of %s', (_, length, fitting) => {
  const many = statements(10, length);
  const [shared, own, ...others] = mapPages({ shared: many, groups: [group(0, many)] });
  expect(shared?.statements).toEqual(many.slice(0, fitting));
  expect(own?.statements).toEqual(many.slice(0, fitting));
  expect(others).toEqual([]);
});

test('a statement as long as there can be has a page', () => {
  const shared = statements(2, 400);
  expect(mapPages({ shared, groups: [] })).toEqual([{ group: null, statements: [shared[0]] }]);
});

test('a new map between two turns leaves the page as it was, whatever it holds', () => {
  const since = instant(0);
  const maps = [
    { shared: statements(1, 20), groups: [group(0, statements(2, 20)), group(2, [])] },
    { shared: [], groups: [group(2, statements(5, 120)), group(0, statements(5, 90))] },
    { shared: statements(10, 120), groups: [group(0, []), group(2, statements(1, 400))] },
  ];
  for (const [at, id] of [null, 0, 2, null].entries())
    for (const [later, map] of maps.entries()) {
      const pages = mapPages(map);
      const now = instant(10_000 * at + 3_000 * later);
      expect(pages[pageAt(since, now, pages.length)]?.group?.id ?? null).toBe(id);
    }
});
