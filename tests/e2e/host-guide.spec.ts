/** The 25 tasks of docs/host-guide.md, each begun on the host's main screen and done in at most two presses. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { doings } from './host-guide/effects';
import { beginEvening, type Evening } from './host-guide/evening';
import { GuidePictures } from './host-guide/pictures';
import { TASKS, type Press, type Target } from './host-guide/tasks';
import { IN_WORDS } from './host-guide/words';
import { FULL_ONLY, languages } from './support/forms';
import type { Locale } from './support/forum-people';

const TYPED: Readonly<Record<Locale, string>> = {
  'zh-CN': '下周二前上门查看，月底前答复。',
  en: 'Somebody looks at it by Tuesday; an answer by the end of the month.',
};

function found(page: Page, on: Target, locale: Locale): Locator {
  if ('testId' in on) return page.getByTestId(on.testId);
  const { within, role, says } = on;
  const inPart = page.locator(within);
  return says
    ? inPart.getByRole(role, { name: says({}, { locale }), exact: true })
    : inPart.getByRole(role).first();
}

/** One press by a finger: what a finger cannot press yet is waited for. */
async function press(
  { host: { page }, locale }: Evening,
  { on, how }: Press,
): Promise<() => Promise<void>> {
  const target = found(page, on, locale);
  if (how !== 'hold') {
    await target.click();
    if (how === 'type') await page.keyboard.type(TYPED[locale]);
    return async () => undefined;
  }
  await target.hover();
  await page.mouse.down();
  return () => page.mouse.up();
}

for (const locale of languages('zh-CN'))
  test(
    `a host does 25 things in at most two presses each, ${locale}`,
    FULL_ONLY,
    async ({ browser }) => {
      const evening = await beginEvening(browser, locale);
      const { page } = evening.host;
      const pictures = new GuidePictures(locale);
      const steps = doings(evening);
      expect(TASKS).toHaveLength(25);
      try {
        for (const { id, presses } of TASKS)
          await test.step(IN_WORDS[locale][id].title, async () => {
            await page.goto(`${new URL(page.url()).pathname}#host`);
            await expect(evening.host.primary).toBeVisible();
            const { before, after } = steps[id];
            expect(after).toHaveLength(presses.length);
            await before();
            await pictures.take(page, id, 'before');
            for (const [index, each] of presses.entries()) {
              const letGo = await press(evening, each);
              await after[index]?.();
              await letGo();
              await pictures.take(page, id, index);
            }
          });
        evening.screens.expectNoFaults();
      } finally {
        if (test.info().errors.length > 0) await evening.screens.pictures('failed');
        await evening.stop();
      }
    },
  );
