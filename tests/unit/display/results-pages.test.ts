import { expect, test } from 'vitest';
import {
  resultsPages,
  type Promised,
  type SupportedQuestion,
} from '../../../display/src/screens/followup/results-pages';
import { dateInChina } from '@wenzheng/shared/time/working-days';
import { instant } from '@wenzheng/shared/time/instant';

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

test('without promises and supports there are the figures alone', () => {
  expect(resultsPages({ mostSupported: [], commitments: [] })).toEqual([{ kind: 'figures' }]);
});

test('figures come first, then what was supported most, then the promises', () => {
  const question = supported(1, 20);
  const promise = promised(20);
  expect(resultsPages({ mostSupported: [question], commitments: [promise] })).toEqual([
    { kind: 'figures' },
    { kind: 'supported', questions: [question] },
    { kind: 'commitments', promised: [promise], from: 1 },
  ]);
});

test('each page of promises tells the place of its first', () => {
  const commitments = Array.from({ length: 9 }, () => promised(20));
  const pages = resultsPages({ mostSupported: [], commitments });
  expect(
    pages.flatMap((page) =>
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
    resultsPages({
      mostSupported: [1, 2, 3].map((number) => supported(number, length)),
      commitments: [],
    }).map((page) => (page.kind === 'supported' ? page.questions.length : page.kind));
  expect(kinds(30)).toEqual(['figures', 3]);
  expect(kinds(500)).toEqual(['figures', 1, 1, 1]);
});
