/** Every scene of the big screen holds the shortest and the longest content at each of the seven sizes. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Browser } from '@playwright/test';
import { FULL, PICTURED } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { casesOf, START, type Content } from './support/display-documents';
import { measureFit } from './support/fitting';
import { openWall, type Wall } from './support/wall';

const SIZES = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [1024, 768],
  [2560, 1080],
  [3840, 1080],
  [1080, 1920],
] as const;
/** Of the short run, in which an ordinary day stands at 1920 × 1080. */
const SAMPLE = [
  [1024, 768],
  [3840, 1080],
  [1080, 1920],
] as const;
const LOCALES = ['zh-CN', 'en'] as const;
const THEMES = ['paper', 'ink'] as const;
type Locale = (typeof LOCALES)[number];
type Theme = (typeof THEMES)[number];

const OF_CITIZENS = /^(question|opinion|dialogue|results|poll-(cloud|text))/;
/** In the short run a third of the polls stands at each size, another one at the next; the first third is pictured. */
const TURNS = 3;
const hasTurn = (name: string, place: number, turn: number): boolean =>
  FULL || !name.startsWith('poll') || place % TURNS === turn % TURNS;
const PICTURES = fileURLToPath(new URL('../output/pictures/display/', import.meta.url));

/** One wall for each language, side by side. */
let walls: Readonly<Record<Locale, Wall>>;
test.beforeAll(async ({ browser }: { browser: Browser }) => {
  mkdirSync(PICTURES, { recursive: true });
  const [first] = casesOf('ordinary', 'zh-CN');
  if (!first) throw new Error('there is no scene');
  const open = () => openWall(browser, START, first.documents(START));
  walls = { 'zh-CN': await open(), en: await open() };
});
test.afterAll(() => Promise.all(LOCALES.map((locale) => walls[locale].close())));

/** What is shown at a size: every scene with `contents`, in a language and a theme. */
interface Round {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly contents: readonly Content[];
}

const EVERYTHING: readonly Round[] = LOCALES.flatMap((locale) =>
  THEMES.map((theme) => ({
    locale,
    theme,
    contents: ['shortest', 'longest', 'unbroken'] as const,
  })),
);

/** In the short run languages, themes and contents take turns from size to size; the longest stands at each. */
function cover(index: number): readonly Round[] {
  const turn = Math.floor(index / 2) % 2;
  return [
    {
      locale: LOCALES[index % 2] ?? 'zh-CN',
      theme: THEMES[turn] ?? 'paper',
      contents: ['longest', turn === 0 ? 'shortest' : 'unbroken'],
    },
  ];
}

/** Runs the rounds of both languages side by side; answers the faults of all their pictures. */
async function faultsOf(
  [width, height]: readonly [number, number],
  rounds: readonly Round[],
  turn: number,
  look: (wall: Wall, name: string) => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  const faults: string[] = [];
  const run = async (locale: Locale): Promise<void> => {
    const wall = walls[locale];
    await wall.page.setViewportSize({ width, height });
    for (const { theme, contents } of rounds.filter((round) => round.locale === locale)) {
      await wall.open(locale, theme);
      for (const content of contents) {
        for (const [place, shown] of casesOf(content, locale).entries()) {
          if (!hasTurn(shown.name, place, turn)) continue;
          // Words without a break are a citizen's doing; those of the organisers wrap like them.
          if (content === 'unbroken' && !OF_CITIZENS.test(shown.name)) continue;
          for await (const name of wall.pagesOf(shown)) {
            const where = `${name}-${content}-${locale}-${theme}`;
            const found = await measureFit(wall.page);
            if (found.length > 0) faults.push(`${where}: ${found.slice(0, 3).join('; ')}`);
            await look(wall, `${where}-${width}x${height}`);
          }
        }
      }
    }
    faults.push(...wall.takeErrors());
  };
  await Promise.all(LOCALES.map(run));
  return faults;
}

for (const [index, size] of (FULL ? SIZES : SAMPLE).entries())
  test(`everything fits at ${size.join(' × ')}`, async () => {
    if (FULL) test.setTimeout(300_000);
    expect(await faultsOf(size, FULL ? EVERYTHING : cover(index), index)).toEqual([]);
  });

const LOOKED_AT = FULL
  ? ([
      [1920, 1080],
      [3840, 1080],
      [1080, 1920],
    ] as const)
  : ([[1920, 1080]] as const);
for (const size of LOOKED_AT)
  test(`an ordinary day is open to everyone at ${size.join(' × ')}`, async () => {
    if (FULL) test.setTimeout(300_000);
    const rounds = EVERYTHING.map((round) => ({
      ...round,
      contents: ['ordinary'] as const,
    })).filter(({ locale, theme }) => FULL || (locale === 'en') === (theme === 'ink'));
    const look = async ({ page }: Wall, name: string): Promise<void> => {
      if (PICTURED) await page.screenshot({ path: `${PICTURES}${name}.png` });
      await expectAccessible(page);
    };
    expect(await faultsOf(size, rounds, 0, look)).toEqual([]);
  });
