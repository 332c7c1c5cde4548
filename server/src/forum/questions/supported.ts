/**
 * What one voter supports, as a row of the table `supports`: the ids of the questions in one text, in the order in
 * which they were supported, with a comma before and after each (`,12,7,`; `,` for none). Ids are numbers of questions
 * and hold no comma. A list of them would be copied, and collected as garbage, with every vote: a million votes are
 * folded, and read from a snapshot, in a fraction of the time.
 */
export type Supported = string;

export const NOTHING: Supported = ',';

export const supportedIn = (row: Supported | undefined): string[] =>
  row === undefined || row === NOTHING ? [] : row.slice(1, -1).split(',');

export const asSupported = (questions: readonly string[]): Supported =>
  questions.length === 0 ? NOTHING : `,${questions.join(',')},`;

export const isSupportedIn = (row: Supported | undefined, question: string): boolean =>
  row?.includes(`,${question},`) ?? false;

export const withSupported = (row: Supported, question: string): Supported => `${row}${question},`;

/** What was added to `before`, and left out, to make `now`. */
export function difference(before: Supported, now: Supported) {
  // Mostly one question was added at the end.
  if (now.startsWith(before)) return { gone: [], come: supportedIn(now.slice(before.length - 1)) };
  const earlier = new Set(supportedIn(before));
  const later = new Set(supportedIn(now));
  return {
    gone: [...earlier].filter((each) => !later.has(each)),
    come: [...later].filter((each) => !earlier.has(each)),
  };
}
