import type { Evaluation } from './evaluate';
import type { SortedQuestion } from './questions';

type Row = readonly [name: string, ours: number, baseline: number | null];

/** A table for the terminal: ours, and what the bare baseline reaches. */
export function report(
  file: string,
  questions: readonly SortedQuestion[],
  { ours, baseline, sorting }: Evaluation,
): string {
  const groups = new Set(questions.map(({ duplicateGroup }) => duplicateGroup));
  groups.delete(null);
  const rows: readonly Row[] = [
    ['recall@5, any other of the group: easy', ours.anyOf.easy, baseline.anyOf.easy],
    ['recall@5, any other of the group: hard', ours.anyOf.hard, baseline.anyOf.hard],
    ['recall@5, share of the group: easy', ours.allOf.easy, baseline.allOf.easy],
    ['recall@5, share of the group: hard', ours.allOf.hard, baseline.allOf.hard],
    ['suggestions: precision', ours.precision, baseline.precision],
    ['suggestions: coverage', ours.coverage, baseline.coverage],
    ['look-alikes below the threshold', ours.lookalikesBelow, baseline.lookalikesBelow],
    ['department right at 1', sorting.department.top1, null],
    ['department right at 3', sorting.department.top3, null],
    ['personal data: recall', sorting.personalData.recall, null],
    ['personal data: precision', sorting.personalData.precision, null],
    ['rude words: recall', sorting.abusive.recall, null],
    ['rude words: precision', sorting.abusive.precision, null],
    ['off topic: recall', sorting.offTopic.recall, null],
    ['off topic: precision', sorting.offTopic.precision, null],
  ];
  return [
    `${file}: ${questions.length} questions, ${groups.size} groups`,
    line('', 'ours', 'bigrams TF-IDF cosine'),
    ...rows.map(([name, value, bare]) =>
      line(name, shown(value), bare === null ? '–' : shown(bare)),
    ),
  ].join('\n');
}

const shown = (value: number): string => value.toFixed(3);
const line = (name: string, one: string, other: string): string =>
  `${name.padEnd(42)}${one.padStart(6)}  ${other}`.trimEnd();
