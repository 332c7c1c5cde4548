import { keepMeasured } from '../text/fit';

/** First everything is shown, then less and less, until a row of unknown words fits its width. */
const LEVELS = ['0', '1', '2', '3', '4', '5'] as const;
export const UNSQUEEZED: string = LEVELS[0];

/** Sets `data-squeeze` of `row` to the first level at which nothing juts out. */
export function squeezed(row: HTMLElement): () => void {
  return keepMeasured(row, row, () => {
    for (const level of LEVELS) {
      row.dataset.squeeze = level;
      const across = row.scrollWidth <= row.clientWidth;
      // Two lines of words may stand a little over the row with their ascenders, three may not.
      if (across && row.scrollHeight <= row.clientHeight * 1.15) return;
    }
  });
}
