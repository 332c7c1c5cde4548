/** What kind of ballot a poll takes; free of zod, so that phones can load it. */
import { FACES, type PollKind } from './choices';

/** Characters of a written answer, and of a word for a cloud. */
export const BALLOT_TEXT_LIMIT = 120;
export const CLOUD_WORD_LIMIT = 12;

export interface PollForm {
  readonly kind: PollKind;
  readonly options: readonly string[];
  /** Of `multiple`: how many may be chosen; null: as many as there are. */
  readonly most: number | null;
  /** Of `scale`: from 1 to this. */
  readonly steps: number | null;
}

/**
 * A ballot: places from 0 in the order of the options, of the steps of a scale or of `FACES` (a ranking has them in the
 * order of preference); or words.
 */
export type BallotChoice = { choices: number[] } | { text: string };

export const hasOptions = (kind: PollKind): boolean =>
  kind === 'single' || kind === 'multiple' || kind === 'ranking';
export const isWritten = (kind: PollKind): boolean => kind === 'cloud' || kind === 'text';

/** How many things there are to choose among; 0 where people write. */
export function placesIn({ kind, options, steps }: PollForm): number {
  if (hasOptions(kind)) return options.length;
  if (kind === 'scale') return steps ?? 0;
  return kind === 'faces' ? FACES.length : 0;
}

/** How many of them one ballot may name. */
export function mostIn(form: PollForm): number {
  if (form.kind === 'ranking') return form.options.length;
  return form.kind === 'multiple' ? (form.most ?? form.options.length) : 1;
}

/** Is this a ballot for such a poll? */
export function fits(form: PollForm, ballot: BallotChoice): boolean {
  if ('text' in ballot) {
    const limit = form.kind === 'cloud' ? CLOUD_WORD_LIMIT : BALLOT_TEXT_LIMIT;
    return isWritten(form.kind) && [...ballot.text].length <= limit;
  }
  const { choices } = ballot;
  const places = placesIn(form);
  return (
    choices.length > 0 &&
    choices.length <= mostIn(form) &&
    new Set(choices).size === choices.length &&
    choices.every((choice) => choice < places)
  );
}
