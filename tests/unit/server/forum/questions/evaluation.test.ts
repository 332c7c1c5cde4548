/** The figures that docs/questions.md promises, on all files; see tests/eval-questions for what they mean. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../../eval-questions/evaluate';
import { MalformedLine, parseQuestions } from '../../../../eval-questions/questions';
import { ROOT } from '../../../../support/root';

describe.each(['dev', 'held-out', 'written-later'])('%s', (name) => {
  const file = path.join(ROOT, `tests/data/questions/${name}.jsonl`);
  const { ours, baseline, sorting } = evaluate(parseQuestions(readFileSync(file, 'utf8')));
  test.each<[string, number, number]>([
    ['recall at 5, easy', ours.anyOf.easy, 0.98],
    ['recall at 5, hard', ours.anyOf.hard, 0.7],
    ['precision of suggestions', ours.precision, 0.8],
    ['coverage of suggestions', ours.coverage, 0.5],
    ['look-alikes below the threshold', ours.lookalikesBelow, 0.8],
    ['department at 1', sorting.department.top1, 0.85],
    ['department at 3', sorting.department.top3, 0.95],
    ['personal data, recall', sorting.personalData.recall, 0.98],
    ['personal data, precision', sorting.personalData.precision, 0.9],
  ])('%s', (_, reached, target) => {
    expect(reached).toBeGreaterThanOrEqual(target);
  });
  test('the bare baseline is beaten', () => {
    expect(ours.allOf.hard).toBeGreaterThan(baseline.allOf.hard);
    expect(ours.coverage).toBeGreaterThan(baseline.coverage);
  });
});

describe('a file with a fault', () => {
  const line = JSON.stringify({
    ...{ id: '1', text: '路灯', department: null, duplicateGroup: null },
    ...{ offTopic: false, containsPersonalData: false, abusive: false },
  });
  test('empty lines are none', () => {
    expect(parseQuestions(`\n${line}\n\n`)).toHaveLength(1);
  });
  test.each([
    ['no JSON', '{'],
    ['no question', '{"id": "2"}'],
    ['an id for the second time', line],
  ])('%s', (_, second) => {
    expect(() => parseQuestions(`${line}\n${second}\n`)).toThrow(MalformedLine);
    expect(() => parseQuestions(`${line}\n${second}\n`)).toThrow(/^line 2: /);
  });
});
