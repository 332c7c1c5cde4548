/** Where lines of large Chinese text may break: between words, never inside them. */

const HAN = /\p{Script=Han}/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;
const SPOKEN = /^[\p{L}\p{N}]/u;
const NUMBER = /\p{N}$/u;
/** Particles that belong to the word before them. */
const TAIL = /^[的了着过吗呢吧啊呀们地得么]$/u;

/** A clause this short, its mark included, stays on one line. */
const SHORT_CLAUSE = 7;
const CLAUSE_END = /\p{P}$/u;

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

/** Curly, it has the width of a Chinese character in the bundled font. */
const APOSTROPHE = /(?<=\p{Script=Latin})’(?=\p{Script=Latin})/gu;

/** The writer's own lines, or one line if they are too many, with apostrophes of a Latin width. */
export function linesOf(text: string): string[] {
  const lines = text
    .replace(APOSTROPHE, "'")
    .split('\n')
    .filter((line) => line !== '');
  return lines.length > MOST_LINES ? [lines.join(' ')] : lines;
}

/** Longer pieces, and pieces with spaces in them, may break where the browser sees fit. */
const LONGEST_HELD = 12;
export const isHeld = (piece: string): boolean => piece.length <= LONGEST_HELD && !/\s/.test(piece);

/** `line` in pieces that hold together; joined they are the line again. */
export function piecesOf(line: string, segment: SegmentWords): string[] {
  const pieces: string[] = [];
  for (const { segment: word } of segment(line)) {
    const last = pieces.at(-1);
    if (last === undefined || mayBreak(last, word)) pieces.push(word);
    else pieces[pieces.length - 1] = last + word;
  }
  return joinShortClauses(pieces);
}

function joinShortClauses(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  let clause: string[] = [];
  const close = (): void => {
    const whole = clause.join('');
    joined.push(...(whole.length <= SHORT_CLAUSE ? [whole] : clause));
    clause = [];
  };
  for (const piece of pieces) {
    clause.push(piece);
    if (CLAUSE_END.test(piece)) close();
  }
  if (clause.length > 0) close();
  return joined;
}

function mayBreak(before: string, word: string): boolean {
  if (OPENING.test(before)) return false;
  if (OPENING.test(word)) return true;
  if (!SPOKEN.test(word) || TAIL.test(word)) return false;
  if (NUMBER.test(before) && HAN.test(word)) return false;
  // Between two words of an alphabet the space breaks the line by itself.
  return HAN.test(before.slice(-1)) || HAN.test(word) || !SPOKEN.test(before.slice(-1));
}
