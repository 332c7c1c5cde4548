/**
 * What people of the simulation say. Every piece has a mark that says what it is and whose, so that one
 * can search for it where it must not be.
 */
import type { Dice } from '../support/dice';

const KINDS = [
  'question',
  'name',
  'decline-note',
  'answer-notes',
  'correction',
  'statement',
  'person',
  'outcome',
  'promise',
  'stage',
  'ballot',
] as const;
export type WordKind = (typeof KINDS)[number];

/** Finds the marks in a text: kind and number. */
export const MARKS = new RegExp(`¤(${KINDS.join('|')})-(\\d+)¤`, 'g');
/** The kind of words that carry `mark`. */
export const kindOf = (mark: string): string => mark.slice(1, mark.lastIndexOf('-'));
/** Serial numbers of slips, as the hub keeps them. */
export const SERIALS = /(?:SLIP|BOX)-\d+/g;

const SAID = [
  '路灯坏了谁管',
  '老旧小区加装电梯的补贴',
  'When will the bus run later',
  '合同纠纷怎么办',
  '夜间施工噪音',
];
const AROUND = ['', '  ', '\u200b', '\n', ' 😀 ', '\u202e'];

export class PeopleWords {
  readonly #dice: Dice;
  #count = 0;
  #slips = 0;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  say(kind: WordKind): string {
    const dice = this.#dice;
    this.#count += 1;
    const mark = `¤${kind}-${this.#count}¤`;
    return kind === 'name' || kind === 'person' || kind === 'ballot'
      ? mark
      : `${dice.pick(AROUND)}${mark}${dice.pick(SAID)}${dice.pick(AROUND)}`;
  }

  /** Mostly the next slip; at times one that has been entered, in small letters. */
  serial(): string {
    if (this.#slips > 0 && this.#dice.chance(0.15))
      return `slip-${this.#dice.below(this.#slips) + 1}`;
    this.#slips += 1;
    return ` Slip-${this.#slips} `;
  }
}
