/** Where a heading in Chinese may break: between words, with the marks and particles that follow them. */

/** What never begins a line: marks, and particles that belong to the word before. */
const FOLLOWS = /^(?:[\p{P}\s]|[的了着过吗呢吧啊们地得]$)/u;
const OPENS = /[\p{Ps}\p{Pi}]$/u;

/** `line` in pieces that hold together, or as one piece where the browser knows no words. */
export function phrases(line: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return [line];
  const pieces: string[] = [];
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(line)) {
    const last = pieces[pieces.length - 1];
    const opens = OPENS.test(segment);
    if (last === undefined || opens || !(OPENS.test(last) || FOLLOWS.test(segment)))
      pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
  }
  return pieces;
}
