/** Both themes of the big screen can be read across a square: 7:1 for text, 4.5:1 for large figures and marks. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (file: string): string =>
  readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
const SHEETS = [
  'shared/src/ui/tokens.css',
  'shared/src/ui/group-colours.css',
  'display/src/display.css',
].map(read);

/** The colours of `theme`, those of the display over the shared ones. */
function colours(theme: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const sheet of SHEETS)
    for (const [, body = ''] of sheet.matchAll(
      new RegExp(`\\[data-theme='${theme}'\\]\\s*\\{([^}]*)\\}`, 'g'),
    ))
      for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g))
        found.set(name, value);
  return found;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: string, one: string, other: string): number {
  const found = colours(theme);
  const [dark = 0, light = 0] = [one, other]
    .map((name) => {
      const colour = found.get(name);
      if (colour === undefined) throw new Error(`${theme} has no --${name}`);
      return luminance(colour);
    })
    .sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = [
  ['ink', 'paper'],
  ['muted', 'paper'],
  ['accent-ink', 'paper'],
  ['amber', 'paper'],
  ['ink', 'wash'],
  ['accent-ink', 'wash'],
  ['on-emergency', 'emergency'],
  ['on-drill', 'drill'],
  ['drill', 'drill-edge'],
] as const;
const LARGE = [
  ['clock-warning', 'paper'],
  ['clock-final', 'paper'],
  ['on-accent', 'accent'],
  ['mark', 'paper'],
  ['dot', 'paper'],
  ['agree', 'paper'],
  ['disagree', 'paper'],
  ...[0, 1, 2, 3, 4].map((group) => [`group-${group}`, 'paper'] as const),
] as const;

describe.each(['paper', 'ink'])('the theme %s', (theme) => {
  it.each(TEXT)('shows text of --%s on --%s at 7:1', (one, other) => {
    expect(contrast(theme, one, other)).toBeGreaterThanOrEqual(7);
  });
  it.each(LARGE)('shows figures and marks of --%s on --%s at 4.5:1', (one, other) => {
    expect(contrast(theme, one, other)).toBeGreaterThanOrEqual(4.5);
  });
});
