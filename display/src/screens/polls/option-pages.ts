/** Options with the numbers that phones show them by, as many at a time as the narrowest wall holds beside the code. */
import { pagesOf, widthOf } from '../../pages';

export interface NumberedOption {
  readonly number: number;
  readonly text: string;
}

const LINE = 13;
/** A line of several stands farther from the next option than one alone. */
const OF_SEVERAL = 1.25;

function weigh({ text }: NumberedOption): number {
  const lines = Math.ceil(widthOf(text) / LINE);
  return lines > 1 ? OF_SEVERAL * lines : 1;
}

export const optionPages = (options: readonly string[]): NumberedOption[][] =>
  pagesOf(
    options.map((text, place) => ({ number: place + 1, text })),
    weigh,
    { most: 20, budget: 20 },
  );

/** Do they stand in two columns? Short ones do from a few on, so that they can be large. */
export const inTwo = (options: readonly NumberedOption[]): boolean =>
  options.length > 8 || (options.length > 3 && options.every(({ text }) => widthOf(text) <= LINE));
