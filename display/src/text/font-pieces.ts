/** Which characters a piece of the bundled font holds, as its `unicode-range` says. */
type Range = readonly [from: number, to: number];

/** `U+4e00-4eff, U+ff??, U+2026` as numbers, both ends included. */
export function rangesOf(unicodeRange: string): readonly Range[] {
  return unicodeRange.split(',').flatMap((part): Range[] => {
    const [, from = '', to = from] = /^\s*U\+([0-9a-f?]+)(?:-([0-9a-f]+))?\s*$/i.exec(part) ?? [];
    if (from === '') return [];
    return [[parseInt(from.replaceAll('?', '0'), 16), parseInt(to.replaceAll('?', 'f'), 16)]];
  });
}

const ranges = new Map<string, readonly Range[]>();

/** Is a character of `text` drawn with one of `pieces`? */
export function isDrawnWith(
  text: string,
  pieces: readonly { readonly unicodeRange: string }[],
): boolean {
  const held = pieces.flatMap(({ unicodeRange }) => {
    const known = ranges.get(unicodeRange) ?? rangesOf(unicodeRange);
    ranges.set(unicodeRange, known);
    return known;
  });
  for (const char of new Set(text)) {
    const code = char.codePointAt(0) ?? 0;
    if (held.some(([from, to]) => from <= code && code <= to)) return true;
  }
  return false;
}
