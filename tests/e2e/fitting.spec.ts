/** Every scene of the big screen holds the shortest and the longest content at each of the seven sizes. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { instant } from '@wenzheng/shared/time/instant';
import { expectAccessible } from './support/accessibility';
import { casesOf, START, type Case, type Content } from './support/display-documents';
import { measureFit } from './support/fitting';
import { scriptHub, type Documents, type ScriptedHub } from './support/scripted-hub';

const SIZES = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [1024, 768],
  [2560, 1080],
  [3840, 1080],
  [1080, 1920],
] as const;
const PICTURED = 1920;
const OF_CITIZENS = /^(question|opinions|dialogue|results)/;
const PAGE_MS = 10_000;
const PICTURES = fileURLToPath(new URL('../output/pictures/fitting/', import.meta.url));

const CONTENTS: Readonly<Record<'zh-CN' | 'en', readonly Content[]>> = {
  'zh-CN': ['shortest', 'longest'],
  en: ['longest', 'unbroken'],
};

let hub: ScriptedHub;
test.beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  const [first] = casesOf('shortest', 'zh-CN');
  if (!first) throw new Error('there is no scene');
  hub = await scriptHub(START, first.documents(START));
});
test.afterAll(() => hub.close());

/** Shows `documents` and waits until they stand, fitted, with every character of the font at hand. */
async function show(page: Page, documents: Documents, index: number): Promise<void> {
  hub.show(documents);
  await page.waitForFunction(
    ([kind, theme, at]) =>
      document.querySelectorAll('[data-scene]').length === 1 &&
      document.querySelector(`[data-scene="${kind}"]`) !== null &&
      document.querySelector('header b')?.textContent === theme &&
      (document.querySelector('[data-page]')?.getAttribute('data-page') ?? '0') === at,
    [documents.scene.kind, documents.forum.theme, String(index)] as const,
    { polling: 'raf' },
  );
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await document.fonts.ready;
    await frame();
  });
}

/** The first page of a scene and, where it has several, the others one after another. */
async function* pagesOf(page: Page, shown: Case): AsyncGenerator<string> {
  const at = async (index: number): Promise<void> => {
    const now = hub.now();
    const documents = shown.documents(now);
    const since = instant(now - index * PAGE_MS - 1_000);
    await show(page, { ...documents, scene: { ...documents.scene, since } }, index);
  };
  await at(0);
  yield shown.name;
  const count = await page.evaluate(() =>
    Number(document.querySelector('[data-pages]')?.getAttribute('data-pages') ?? '1'),
  );
  // The second is as full as any between; the last may be of another kind.
  for (const index of new Set([1, count - 1].filter((each) => each > 0 && each < count))) {
    await at(index);
    yield `${shown.name}-${index + 1}`;
  }
}

for (const [width, height] of SIZES) {
  test(`everything fits at ${width} × ${height}`, async ({ browser }) => {
    const faults: string[] = [];
    const context = await browser.newContext({
      viewport: { width, height },
      reducedMotion: 'reduce',
      baseURL: hub.base,
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    for (const locale of ['zh-CN', 'en'] as const) {
      const theme = locale === 'en' ? 'ink' : 'paper';
      await page.goto(`/display/?lang=${locale}&theme=${theme}`);
      for (const content of CONTENTS[locale]) {
        for (const shown of casesOf(content, locale)) {
          // Words without a break are a citizen's doing; those of the organisers wrap like them.
          if (content === 'unbroken' && !OF_CITIZENS.test(shown.name)) continue;
          for await (const name of pagesOf(page, shown)) {
            const where = `${name} ${content} ${locale}`;
            const found = await measureFit(page);
            if (found.length > 0) faults.push(`${where}: ${found.slice(0, 3).join('; ')}`);
            if (width !== PICTURED) continue;
            await page.screenshot({ path: `${PICTURES}${name}-${content}-${locale}.png` });
            if (content !== 'unbroken') await expectAccessible(page);
          }
        }
      }
    }
    await context.close();
    expect(faults).toEqual([]);
  });
}
