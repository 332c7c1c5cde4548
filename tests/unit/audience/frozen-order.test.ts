import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  freeze,
  keepPlaces,
  remember,
  rowsOf,
  waitingFor,
  type Questions,
} from '../../../audience/src/screens/questions/frozen-order';

const question = (number: number): Questions[string] => ({
  number,
  text: `question ${number}`,
  source: 'phone',
  name: null,
  department: null,
  state: 'queued',
  with: [],
});
const BY = {
  support: { sort: 'support', seed: 7 },
  newest: { sort: 'newest', seed: 7 },
} as const;
const QUESTIONS: Questions = { a: question(1), b: question(2), c: question(3) };
const COUNTS = { a: 5, b: 9, c: 5 };
const BY_SUPPORT = freeze(BY.support, QUESTIONS, COUNTS);

describe('freezing', () => {
  test('puts most support first, and the earlier question where it is equal', () => {
    expect(BY_SUPPORT.ids).toEqual(['b', 'a', 'c']);
  });

  test('puts the newest first when asked to, whatever the support', () => {
    expect(freeze(BY.newest, QUESTIONS, COUNTS).ids).toEqual(['c', 'b', 'a']);
  });

  test('by chance differs from phone to phone, and stands on each whatever the counts', () => {
    const questions = Object.fromEntries([...'abcdefghij'].map((id, at) => [id, question(at)]));
    const onPhone = (seed: number, counts: Record<string, number>) =>
      freeze({ sort: 'chance', seed }, questions, counts).ids.join('');
    const orders = new Set(Array.from({ length: 50 }, (_, seed) => onPhone(seed, {})));
    expect(orders.size).toBe(50);
    expect(onPhone(7, { a: 9, j: 4 })).toBe(onPhone(7, {}));
    const ahead = Array.from({ length: 400 }, (_, seed) => onPhone(seed, {}).indexOf('a'));
    const mean = ahead.reduce((sum, place) => sum + place, 0) / ahead.length;
    expect(Math.abs(mean - 4.5)).toBeLessThan(0.6);
  });

  test('takes a question without a count for one without support', () => {
    expect(freeze(BY.support, QUESTIONS, { c: 1 }).ids).toEqual(['c', 'a', 'b']);
  });
});

describe('while it is shown', () => {
  test('nothing waits as long as nothing changes', () => {
    expect(waitingFor(BY_SUPPORT, BY_SUPPORT, QUESTIONS, COUNTS)).toEqual({
      added: 0,
      moved: false,
    });
  });

  test('a count that changes no place asks for nothing', () => {
    expect(waitingFor(BY_SUPPORT, BY_SUPPORT, QUESTIONS, { ...COUNTS, b: 900 })).toEqual({
      added: 0,
      moved: false,
    });
  });

  test('a question that overtakes another is announced, and the row stays', () => {
    const counts = { ...COUNTS, c: 6 };
    expect(waitingFor(BY_SUPPORT, BY_SUPPORT, QUESTIONS, counts)).toEqual({
      added: 0,
      moved: true,
    });
    expect(rowsOf(BY_SUPPORT, QUESTIONS).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  test('new questions are counted and not shown', () => {
    const more = { ...QUESTIONS, d: question(4), e: question(5) };
    expect(waitingFor(BY_SUPPORT, BY_SUPPORT, more, { ...COUNTS, d: 7 })).toEqual({
      added: 2,
      moved: false,
    });
    expect(rowsOf(BY_SUPPORT, remember(QUESTIONS, more)).map(({ id }) => id)).toEqual([
      'b',
      'a',
      'c',
    ]);
  });

  test('a row whose question has left the window stays with what was last known', () => {
    const { a: _, ...left } = QUESTIONS;
    expect(waitingFor(BY_SUPPORT, BY_SUPPORT, left, COUNTS)).toEqual({ added: 0, moved: true });
    const rows = rowsOf(BY_SUPPORT, remember(QUESTIONS, left));
    expect(rows.map((row) => row.question.number)).toEqual([2, 1, 3]);
  });

  test('a row shows the newest state of its question', () => {
    const answered = { ...QUESTIONS, a: { ...question(1), state: 'answered' as const } };
    const rows = rowsOf(BY_SUPPORT, remember(QUESTIONS, answered));
    expect(rows.map((row) => row.question.state)).toEqual(['queued', 'answered', 'queued']);
  });
});

describe('a short list that keeps its places', () => {
  test.each([
    ['first shown', [], ['a', 'b', 'c'], ['a', 'b', 'c']],
    ['another order', ['a', 'b', 'c'], ['c', 'a', 'b'], ['a', 'b', 'c']],
    ['the first taken up', ['a', 'b', 'c'], ['b', 'c', 'd'], ['d', 'b', 'c']],
    ['two replaced', ['a', 'b', 'c'], ['x', 'b', 'y'], ['x', 'b', 'y']],
    ['fewer left', ['a', 'b', 'c'], ['c'], ['c']],
    ['more come', ['a'], ['b', 'a', 'c'], ['a', 'b', 'c']],
  ])('%s', (_, shown, now, expected) => {
    expect(keepPlaces(shown, now)).toEqual(expected);
  });
});

test('whatever comes in, rows never change places; a new order leaves nothing waiting', () => {
  const sorting = fc.record({
    sort: fc.constantFrom('support', 'newest', 'chance'),
    seed: fc.nat(),
  });
  const view = fc.dictionary(fc.constantFrom(...'abcdefgh'), fc.nat({ max: 9 }));
  const questionsOf = (counts: Record<string, number>): Questions =>
    Object.fromEntries(Object.keys(counts).map((id) => [id, question(id.charCodeAt(0))]));
  fc.assert(
    fc.property(fc.array(view, { minLength: 1 }), sorting, (views, sort) => {
      const first = views[0] ?? {};
      const order = freeze(sort, questionsOf(first), first);
      let seen = questionsOf(first);
      for (const counts of views) {
        seen = remember(seen, questionsOf(counts));
        expect(rowsOf(order, seen).map(({ id }) => id)).toEqual(order.ids);
        const again = freeze(sort, questionsOf(counts), counts);
        expect(waitingFor(again, again, questionsOf(counts), counts)).toEqual({
          added: 0,
          moved: false,
        });
      }
    }),
  );
});
