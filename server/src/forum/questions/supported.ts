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

/** Looks for the id without its commas: each comma of the row would be a place to compare. */
export function isSupportedIn(row: Supported | undefined, question: string): boolean {
  if (row === undefined) return false;
  for (let at = row.indexOf(question); at > 0; at = row.indexOf(question, at + 1))
    if (row[at - 1] === ',' && row[at + question.length] === ',') return true;
  return false;
}

export const withSupported = (row: Supported, question: string): Supported => `${row}${question},`;

/** What was added to `before`, and left out, to make `now`; mostly one, so what is the same around it is skipped. */
export function difference(before: Supported, now: Supported) {
  const shorter = Math.min(before.length, now.length);
  let same = 0;
  while (same < shorter && before.charCodeAt(same) === now.charCodeAt(same)) same += 1;
  const start = before.lastIndexOf(',', same - 1);
  const [last, lastNow] = [before.length - 1, now.length - 1];
  same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(last - same) === now.charCodeAt(lastNow - same)
  )
    same += 1;
  const end = before.length - before.indexOf(',', before.length - same) - 1;
  const earlier = supportedIn(before.slice(start, before.length - end));
  const later = supportedIn(now.slice(start, now.length - end));
  return {
    gone: earlier.filter((each) => !later.includes(each)),
    come: later.filter((each) => !earlier.includes(each)),
  };
}
