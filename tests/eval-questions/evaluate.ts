/** Everything that is measured on a file of questions, ours beside the bare baseline. */
import { SHOWN_FROM } from '@wenzheng/server/src/forum/questions/similar/score';
import { SimilarityIndex } from '@wenzheng/server/src/forum/questions/similar/similarity-index';
import { BigramCosine } from './baseline';
import { evaluateSorting, type SortingFigures } from './flags';
import type { SortedQuestion } from './questions';
import { evaluateSimilarity, type Scores, type SimilarityFigures } from './similarity';

export interface Evaluation {
  readonly ours: SimilarityFigures;
  readonly baseline: SimilarityFigures;
  readonly sorting: SortingFigures;
}

export const evaluate = (questions: readonly SortedQuestion[]): Evaluation => ({
  ours: evaluateSimilarity(questions, ourScores(questions)),
  baseline: evaluateSimilarity(questions, baselineScores(questions)),
  sorting: evaluateSorting(questions),
});

function ourScores(questions: readonly SortedQuestion[]): Scores {
  const index = new SimilarityIndex();
  for (const { id, text } of questions) index.add(id, text);
  return {
    threshold: SHOWN_FROM,
    mostSimilar: ({ id, text }, limit) => index.similar(text, limit, (each) => each !== id),
    score: ({ text }, other) => index.similarityTo(text, other),
  };
}

/** Where it still covers half of the grouped questions of dev.jsonl. */
const BASELINE_SHOWN_FROM = 0.3;

function baselineScores(questions: readonly SortedQuestion[]): Scores {
  const cosine = new BigramCosine(new Map(questions.map(({ id, text }) => [id, text])));
  const score = ({ id }: SortedQuestion, other: string): number => cosine.score(id, other);
  return {
    threshold: BASELINE_SHOWN_FROM,
    mostSimilar: (question, limit) =>
      questions
        .filter(({ id }) => id !== question.id)
        .map(({ id }) => ({ id, score: score(question, id) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, limit),
    score,
  };
}

/** The form that other programs read: fractions of 1. */
export const summaryOf = ({ ours, sorting }: Evaluation) => ({
  recallAt5: ours.anyOf,
  suggestion: {
    precision: ours.precision,
    coverage: ours.coverage,
    lookalikesBelow: ours.lookalikesBelow,
  },
  department: sorting.department,
  personalData: sorting.personalData,
});
