/** Widths of bold words in the display's font, in the size of its letters. */
const SIZE = 100;

export function textMeasure(): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('there is nothing to measure text with');
  context.font = `700 ${SIZE}px ${getComputedStyle(document.body).fontFamily}`;
  return (text) => context.measureText(text).width / SIZE;
}
