/** What may happen while somebody has the floor: an interjection, and answers by several officials. */
import { expect, test, type Locator } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { expectAccessible } from './support/accessibility';
import { Host, type Locale } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const LOCALES = ['zh-CN', 'en'] as const satisfies readonly Locale[];
/** Seconds that a clock shows. */
async function shown(clock: Locator): Promise<number> {
  const [minutes = '0', seconds = '0'] = (await clock.innerText()).match(/\d+/g) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

test.describe('the floor', () => {
  let hub: RunningHub;
  let screens: Screens;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'floor');
  });
  test.afterEach(async () => {
    await screens.close();
    await hub.stop();
  });

  for (const locale of LOCALES)
    test(`somebody speaks up, and the floor is given back, ${locale}`, async () => {
      await hub.seed(locale);
      const say = { locale };
      const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', say));
      const display = await screens.open(`/display?lang=${locale}`, 'display', say);
      const phone = await screens.open('/', 'phone', say);
      const { page } = host;
      await host.go('startItem');
      await host.go('startItem');
      await host.go('startTalk');
      const wall = display.locator('[data-scene="talk"]');
      await expect(wall).toBeVisible();
      await page.getByTestId('interject').click();
      const up = wall.getByTestId('interjection');
      await expect(up).toBeVisible();
      const held = await shown(up.getByRole('timer').last());
      await page.getByTestId('interjection-who').selectOption({ index: 2 });
      const named = m.interjection_of({ name: '' }, say).trim();
      await expect(up).toContainText(named);
      await expect(phone.getByTestId('interjection')).toContainText(named);
      await screens.picture(display, `interjection-${locale}`);
      await screens.picture(page, `host-interjection-${locale}`);
      await screens.picture(phone, `phone-interjection-${locale}`);
      await expectAccessible(page);

      // The large button gives the floor back; undo lets the interjection go on; and again.
      await host.go('endInterjection');
      await expect(up).toHaveCount(0);
      await expect(host.undo).toHaveAttribute('data-progress', 'ready');
      await host.takeBack();
      await expect(up).toBeVisible();
      await host.go('endInterjection');
      await expect(up).toHaveCount(0);
      const left = await shown(wall.getByRole('timer').first());
      expect(held - left).toBeGreaterThanOrEqual(0);
      expect(held - left).toBeLessThanOrEqual(4);
      await expect(page.getByTestId('interject')).toBeEnabled();
      screens.expectNoFaults();
    });
});
