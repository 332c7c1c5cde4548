import { expect, test } from 'vitest';
import {
  resultsPages,
  type Promised,
  type SupportedQuestion,
} from '../../../display/src/screens/followup/results-pages';
import { dateInChina } from '@wenzheng/shared/time/working-days';
import { duration, instant } from '@wenzheng/shared/time/instant';

const due = dateInChina(instant(Date.parse('2026-12-30T12:00:00+08:00')));
const promised = (length: number): Promised => ({
  what: '问'.repeat(length),
  department: 'housing',
  due,
  question: 1,
  exchange: null,
});
const supported = (number: number, length: number): SupportedQuestion => ({
  id: `q${number}`,
  number,
  text: '问'.repeat(length),
  support: 10,
  state: 'answered',
});

const told = (asked: number, picked: number) => ({
  topAsked: {
    questions: Array.from({ length: asked }, (_, index) => ({
      ...{ id: `q${index}`, number: index + 1, text: '问' },
      ...{ support: 10 - index, asked: index === 0 },
    })),
  },
  picks: {
    picked,
    picks: Array.from({ length: picked }, (_, index) => ({
      ...{ id: `q${index}`, number: index + 1, source: 'phone' as const, text: '问' },
      ...{ manner: 'first' as const, support: 1, rank: 1, among: 2, waited: duration(60_000) },
    })),
  },
});
const NOT_RATED = { answers: 0, faces: { satisfied: 0, partly: 0, not: 0 } };
const pages = (mostSupported: SupportedQuestion[], commitments: Promised[]) =>
  resultsPages({ results: { rated: NOT_RATED, mostSupported, commitments }, ...told(0, 0) });

test('what was asked of the most supported has a page, and picks seven to a page, at most three', () => {
  const results = { rated: NOT_RATED, mostSupported: [], commitments: [] };
  const shown = resultsPages({ results, ...told(10, 40) });
  expect(shown.map(({ kind }) => kind)).toEqual(['figures', 'asked', 'picks', 'picks', 'picks']);
  expect(
    shown.flatMap((page) => (page.kind === 'picks' ? [[page.from, page.picks.length]] : [])),
  ).toEqual([
    [1, 7],
    [8, 7],
    [15, 7],
  ]);
});

test('without promises and supports there are the figures alone', () => {
  expect(pages([], [])).toEqual([{ kind: 'figures' }]);
});

test('how answers were found has a page once one was rated', () => {
  const rated = { answers: 2, faces: { satisfied: 3, partly: 0, not: 1 } };
  const results = { rated, mostSupported: [supported(1, 20)], commitments: [] };
  expect(resultsPages({ results, ...told(0, 0) }).slice(0, 2)).toEqual([
    { kind: 'figures' },
    { kind: 'rated', totals: rated },
  ]);
});

test('figures come first, then what was supported most, then the promises', () => {
  const question = supported(1, 20);
  const promise = promised(20);
  expect(pages([question], [promise])).toEqual([
    { kind: 'figures' },
    { kind: 'supported', questions: [question] },
    { kind: 'commitments', promised: [promise], from: 1 },
  ]);
});

test('each page of promises tells the place of its first', () => {
  const commitments = Array.from({ length: 9 }, () => promised(20));
  const shown = pages([], commitments);
  expect(
    shown.flatMap((page) =>
      page.kind === 'commitments' ? [[page.from, page.promised.length]] : [],
    ),
  ).toEqual([
    [1, 3],
    [4, 3],
    [7, 3],
  ]);
});

test('three short questions share a page, each of the longest has its own', () => {
  const kinds = (length: number) =>
    pages(
      [1, 2, 3].map((number) => supported(number, length)),
      [],
    ).map((page) => (page.kind === 'supported' ? page.questions.length : page.kind));
  expect(kinds(30)).toEqual(['figures', 3]);
  expect(kinds(500)).toEqual(['figures', 1, 1, 1]);
});
