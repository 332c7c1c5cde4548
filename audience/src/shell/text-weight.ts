/** How much room a text takes, in Chinese characters: others count half, a new line fills the old one. */
const LINE = 14;

export function textWeight(text: string): number {
  let weight = 0;
  for (const character of text) {
    if (character === '\n') weight += LINE;
    else weight += character > '\u2e7f' ? 1 : 0.5;
  }
  return weight;
}
