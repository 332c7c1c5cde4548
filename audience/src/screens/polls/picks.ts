/** What is picked before it is sent, and how presses change it. */
import type { BallotChoice } from '@wenzheng/shared/forum/poll-form';

export type Picks = readonly number[];

export const picksOf = (ballot: BallotChoice | null): Picks =>
  ballot && 'choices' in ballot ? ballot.choices : [];

/** The picks in `text`, numbers with commas between them; null if they are no different places of so many `options`. */
export function picksIn(text: string, options: number): Picks | null {
  const picks = text === '' ? [] : text.split(',').map(Number);
  const isPlace = (each: number, at: number): boolean =>
    Number.isInteger(each) && each >= 0 && each < options && picks.indexOf(each) === at;
  return picks.every(isPlace) ? picks : null;
}

/** Picks `place`, or takes it out; in the order of the options. With `most` picked no other is. */
export function ticked(picks: Picks, place: number, most: number): Picks {
  if (picks.includes(place)) return picks.filter((each) => each !== place);
  return picks.length < most ? [...picks, place].sort((a, b) => a - b) : picks;
}

/** Puts `place` behind those ranked, or takes it out: those behind it move up. */
export const ranked = (picks: Picks, place: number): Picks =>
  picks.includes(place) ? picks.filter((each) => each !== place) : [...picks, place];

/** Ranks `place` one earlier (-1) or later (1); at the end of the order it stays. */
export function moved(picks: Picks, place: number, by: -1 | 1): Picks {
  const from = picks.indexOf(place);
  const other = picks[from + by];
  if (from < 0 || other === undefined) return picks;
  return picks.map((each) => (each === place ? other : each === other ? place : each));
}

export const samePicks = (one: Picks, other: Picks): boolean =>
  one.length === other.length && one.every((place, index) => place === other[index]);

/** `ballot` as a command takes it. */
export const toSend = (ballot: BallotChoice): { choices: number[] } | { text: string } =>
  'text' in ballot ? { text: ballot.text } : { choices: [...ballot.choices] };
