/**
 * How well questions about the same matter find one another.
 *
 * Each question of a `duplicateGroup` is looked for with its text among all others.
 * - recall at 5 (`anyOf`): the share of members, easy and hard apart, for which at least one other member of the
 *   group is among the 5 most similar.
 * - recall at 5 (`allOf`): the mean over members of the share of the other members (5 at most) among the 5.
 * - precision: of the suggestions from the threshold on, 5 at most for each, how many are of the group.
 * - coverage: the share of members that get at least one such suggestion that is right.
 * - look-alikes below: the share of questions that score below the threshold with their `confusableWith`.
 */
import type { SortedQuestion } from './questions';

export interface SimilarityFigures {
  readonly anyOf: Recall;
  readonly allOf: Recall;
  readonly precision: number;
  readonly coverage: number;
  readonly lookalikesBelow: number;
}
export interface Recall {
  readonly easy: number;
  readonly hard: number;
}
/** What is evaluated; scores of a question with another, from 0 to 1. */
export interface Scores {
  readonly threshold: number;
  mostSimilar(question: SortedQuestion, limit: number): readonly { id: string; score: number }[];
  score(question: SortedQuestion, other: string): number;
}

const AT = 5;

export function evaluateSimilarity(
  questions: readonly SortedQuestion[],
  scores: Scores,
): SimilarityFigures {
  const members = questions
    .filter(({ duplicateGroup }) => duplicateGroup !== null)
    .map((question) => found(question, questions, scores));
  const shown = members.flatMap((member) => member.shown);
  const confusable = questions.flatMap((question) =>
    question.confusableWith === undefined ? [] : [scores.score(question, question.confusableWith)],
  );
  return {
    anyOf: recall(members, ({ hits }) => (hits > 0 ? 1 : 0)),
    allOf: recall(members, ({ hits, others }) => hits / Math.min(AT, others)),
    precision: share(shown, (right) => right),
    coverage: share(members, (member) => member.shown.includes(true)),
    lookalikesBelow: share(confusable, (score) => score < scores.threshold),
  };
}

interface Found {
  readonly dup: 'easy' | 'hard';
  readonly hits: number;
  readonly others: number;
  /** For each suggestion from the threshold on, whether it is right. */
  readonly shown: readonly boolean[];
}

function found(question: SortedQuestion, all: readonly SortedQuestion[], scores: Scores): Found {
  const group = new Set(
    all
      .filter(
        ({ id, duplicateGroup }) =>
          duplicateGroup === question.duplicateGroup && id !== question.id,
      )
      .map(({ id }) => id),
  );
  const top = scores.mostSimilar(question, AT);
  return {
    dup: question.dup ?? 'easy',
    hits: top.filter(({ id }) => group.has(id)).length,
    others: Math.max(1, group.size),
    shown: top.filter(({ score }) => score >= scores.threshold).map(({ id }) => group.has(id)),
  };
}

const recall = (members: readonly Found[], value: (member: Found) => number): Recall => ({
  easy: mean(members.filter(({ dup }) => dup === 'easy').map(value)),
  hard: mean(members.filter(({ dup }) => dup === 'hard').map(value)),
});

/** 1 if there is nothing to count. */
export const share = <T>(values: readonly T[], counts: (value: T) => boolean): number =>
  mean(values.map((value) => (counts(value) ? 1 : 0)));

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
