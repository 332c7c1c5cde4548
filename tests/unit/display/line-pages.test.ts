import { expect, test } from 'vitest';
import { linePages, lineWeight } from '../../../display/src/screens/agenda/line-pages';

test('a short line takes a row, a long one its width', () => {
  expect(lineWeight('公交')).toBe(14);
  expect(lineWeight('问'.repeat(40))).toBe(40);
});

test('lines that fit stand on one page, under their heading', () => {
  const lines = ['公交', '停车', '道路'];
  expect(linePages('今天可以问什么', lines)).toEqual([[{ heading: '今天可以问什么', lines }]]);
});

test('no lines make no page', () => {
  expect(linePages('现场约定', [])).toEqual([]);
});

test('a page has six short lines at most, and each page the heading', () => {
  const lines = Array.from({ length: 8 }, (_, index) => `第 ${index} 行`);
  expect(linePages('现场约定', lines)).toEqual([
    [{ heading: '现场约定', lines: lines.slice(0, 4) }],
    [{ heading: '现场约定', lines: lines.slice(4) }],
  ]);
});

test('two of the longest lines fill a page', () => {
  const lines = ['甲', '乙', '丙', '丁'].map((mark) => mark.repeat(80));
  expect(linePages('安全提示', lines).map(([column]) => column?.lines.length)).toEqual([2, 2]);
});
