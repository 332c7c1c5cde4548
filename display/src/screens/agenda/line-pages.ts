import { pagesOf, widthOf } from '../../pages';

export interface LinesPage {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** A short line takes a row as well. */
const ROW = 14;
export const lineWeight = (line: string): number => Math.max(ROW, widthOf(line));

/** `lines` on pages of one column each, so that every page can be read across a square. */
export const linePages = (heading: string, lines: readonly string[]): LinesPage[][] =>
  pagesOf(lines, lineWeight, { most: 6, budget: 200 }).map((page) => [{ heading, lines: page }]);
