/** The layouts beside the big screen hold the shortest and the longest content at each of their sizes. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { FULL, PICTURED } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { START, type Content } from './support/display-documents';
import { measureFit } from './support/fitting';
import { layoutCases } from './support/layout-documents';
import { scriptHub } from './support/scripted-hub';

const WIDE = [
  [1920, 1080],
  [1280, 720],
  [3840, 2160],
] as const;
const ALL = [...WIDE, [1024, 768], [2560, 1080], [3840, 1080], [1080, 1920]] as const;
const SAMPLE = [
  [1920, 1080],
  [1024, 768],
  [1080, 1920],
] as const;
const LAYOUTS = ['stage', 'lobby', 'overlay'] as const;

const SIZES = FULL ? ALL : SAMPLE;
const CONTENTS: readonly Content[] = FULL
  ? ['shortest', 'longest', 'unbroken', 'ordinary']
  : ['longest', 'ordinary'];
/** The overlay lies on the picture of a camera. */
const sizesOf = (layout: (typeof LAYOUTS)[number]) =>
  layout === 'overlay' ? SIZES.filter(([width, height]) => width * 9 === height * 16) : SIZES;
const PICTURES = fileURLToPath(new URL('../output/pictures/layouts/', import.meta.url));

/** In the short run each layout has one language and theme, all of them in the full one. */
const ROUNDS = LAYOUTS.flatMap((layout, index) =>
  (['zh-CN', 'en'] as const).flatMap((locale, language) =>
    (['paper', 'ink'] as const)
      .filter((_, theme) => FULL || (language === index % 2 && theme === Number(index > 0)))
      .map((theme) => ({ layout, locale, theme })),
  ),
);

/** Follows the revision of what the page has been sent. */
function revisionsOf(page: Page): { reached(revision: number): Promise<void> } {
  let held = 0;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      held = Math.max(held, Number(/"revision":(\d+)/.exec(String(payload))?.[1] ?? 0));
    }),
  );
  return {
    reached: (revision) => expect.poll(() => held, { intervals: [10] }).toBe(revision),
  };
}
/** After the next frame is laid out: what is fitted again when its place changes is fitted by then. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1)
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await document.fonts.ready;
  });

for (const { layout, locale, theme } of ROUNDS)
  test(`everything fits on ${layout}, ${locale}, ${theme}`, async ({ browser }) => {
    if (FULL) test.setTimeout(120_000);
    mkdirSync(PICTURES, { recursive: true });
    const cases = CONTENTS.flatMap((content) => layoutCases(layout, content, locale));
    const [first] = cases;
    if (!first) throw new Error('there is nothing to show');
    const hub = await scriptHub(START, first.documents(START));
    const context = await browser.newContext({ reducedMotion: 'reduce', baseURL: hub.base });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const revisions = revisionsOf(page);
    await page.goto(`/display/?layout=${layout}&lang=${locale}&theme=${theme}`);
    await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
    for (const shown of cases) {
      await revisions.reached(hub.show(shown.documents(hub.now())));
      for (const [width, height] of sizesOf(layout)) {
        await page.setViewportSize({ width, height });
        await settled(page);
        const where = `${shown.name}-${locale}-${theme}-${width}x${height}`;
        const found = await measureFit(page);
        if (found.length > 0) faults.push(`${where}: ${found.slice(0, 3).join('; ')}`);
        if (PICTURED && (FULL || shown.pictured) && width === 1920)
          await page.screenshot({
            path: `${PICTURES}${layout}-${where}.png`,
            omitBackground: layout === 'overlay',
          });
      }
      if (shown.pictured) await expectAccessible(page);
    }
    await context.close();
    await hub.close();
    expect(faults).toEqual([]);
  });
