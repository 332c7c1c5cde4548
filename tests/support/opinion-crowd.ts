/** People of a few opinions who answer statements, each as their camp mostly does. */
import type { Answer } from '@wenzheng/shared/forum/choices';
import { ANSWERS } from '@wenzheng/shared/forum/choices';
import { Dice } from './dice';

export interface OpinionCrowd {
  readonly people: number;
  readonly statements: number;
  readonly camps: number;
  /** Share of the statements that somebody answers. */
  readonly answered?: number;
  readonly seed?: number;
}

/** For each of them, column → answer. The first statement is agreed with in every camp. */
export function opinionCrowd(crowd: OpinionCrowd): Record<number, Answer>[] {
  const { people, statements, camps, answered = 0.7, seed = 1 } = crowd;
  const dice = new Dice(seed);
  const usual = Array.from({ length: camps }, () =>
    Array.from({ length: statements }, (_, column): Answer =>
      column === 0
        ? 'agree'
        : dice.pick<Answer>(['agree', 'agree', 'disagree', 'disagree', 'pass']),
    ),
  );
  return Array.from({ length: people }, (_, person) => {
    const own: Record<number, Answer> = {};
    for (const [column, answer] of (usual[person % camps] ?? []).entries())
      if (dice.chance(answered)) own[column] = dice.chance(0.85) ? answer : dice.pick(ANSWERS);
    return own;
  });
}
