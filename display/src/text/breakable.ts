/** Where lines of large Chinese text may break: between words, never inside them. */

const HAN = /\p{Script=Han}/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;
const SPOKEN = /^[\p{L}\p{N}]/u;
const NUMBER = /\p{N}$/u;
/** Particles that belong to the word before them. */
const TAIL = /^[的了着过吗呢吧啊呀们地得么]$/u;

/** Beyond this many lines, line breaks of the writer become spaces: the wall has no room for a column. */
const MOST_LINES = 8;

export interface Segment {
  readonly segment: string;
}
export type SegmentWords = (line: string) => Iterable<Segment>;

/** `Intl.Segmenter` for Chinese words, or null where the browser has none. */
export function wordSegmenter(): SegmentWords | null {
  if (typeof Intl.Segmenter !== 'function') return null;
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return (line) => segmenter.segment(line);
}

/** The writer's own lines, or one line if they are too many. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.length > MOST_LINES ? [lines.join(' ')] : lines;
}

/** `line` in pieces that hold together; joined they are the line again. */
export function piecesOf(line: string, segment: SegmentWords): string[] {
  const pieces: string[] = [];
  for (const { segment: word } of segment(line)) {
    const last = pieces.at(-1);
    if (last === undefined || mayBreak(last, word)) pieces.push(word);
    else pieces[pieces.length - 1] = last + word;
  }
  return pieces;
}

function mayBreak(before: string, word: string): boolean {
  if (OPENING.test(before)) return false;
  if (OPENING.test(word)) return true;
  if (!SPOKEN.test(word) || TAIL.test(word)) return false;
  if (NUMBER.test(before) && HAN.test(word)) return false;
  // Between two words of an alphabet the space breaks the line by itself.
  return HAN.test(before.slice(-1)) || HAN.test(word) || !SPOKEN.test(before.slice(-1));
}
