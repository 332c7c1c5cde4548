/** What is still to be written down before the forum can close. */
import type { ExchangeRow } from '../floor';
import type { QuestionRow } from '../questions';

/** Also of the question on the floor: closing would leave it answered, with notes to come. */
export const questionHoldsClosing = ({ state, notes }: QuestionRow): boolean =>
  state === 'on_floor' || (state === 'answered' && notes === null);

/** Also of the exchange that is running. */
export const exchangeHoldsClosing = ({ outcome }: ExchangeRow): boolean => outcome === null;
