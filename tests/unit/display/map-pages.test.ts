import { expect, test } from 'vitest';
import type { DrawnMap, MapStatement } from '@wenzheng/shared/forum/opinion-map';
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

test('nothing shared has a page that says so; a group that nothing sets apart has none', () => {
  expect(mapPages({ shared: [], groups: [group(0, [])] })).toEqual([
    { group: null, statements: [] },
  ]);
});

test('of many long statements the clearest two have a page each', () => {
  const shared = statements(10, 120);
  const pages = mapPages({ shared, groups: [] });
  expect(pages.map((page) => page.statements)).toEqual([shared.slice(0, 1), shared.slice(1, 2)]);
});
