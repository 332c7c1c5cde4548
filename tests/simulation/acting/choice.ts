/** What an actor might do next, each with how likely it is. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Dice } from '../../support/dice';
import type { PeopleWords } from '../people-words';

/** What people can read off the big screen, their ticket or their stub. */
export interface CodesAtHand {
  /** Null while the hub is down. */
  screen(): string | null;
  /** Of a day before. */
  old(): string | null;
  ticket(number: number): string;
  readonly stubs: () => readonly string[];
}

export interface Acting {
  readonly dice: Dice;
  readonly words: PeopleWords;
  /** The day draws to its end: desks write up what is to come, and the host closes the forum. */
  readonly late: () => boolean;
  readonly codes: CodesAtHand;
}
export type Choice = readonly [weight: number, command: CommandInput];

export function choose(dice: Dice, choices: readonly Choice[]): CommandInput | null {
  const total = choices.reduce((sum, [weight]) => sum + weight, 0);
  let rest = dice.between(0, total);
  for (const [weight, command] of choices) {
    rest -= weight;
    if (rest < 0) return command;
  }
  return null;
}

/** One of `items`, or nothing; so that a choice can be made of it only where there is something. */
export const oneOf = <T>(dice: Dice, items: readonly T[]): T[] =>
  items.length > 0 ? [dice.pick(items)] : [];

/** A page shows an old number now and then, and a press takes it along. */
export const stale = <T>({ dice }: Acting, now: T, old: T): T => (dice.chance(0.08) ? old : now);
