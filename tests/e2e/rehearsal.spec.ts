/** A rehearsal from the host's tablet: every screen comes over, a simulated audience acts, one press wipes it. */
import { expect, test, type Page } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

/** The mark takes no more room than its word, and pushes nothing of the head into another line. */
async function expectSideBySide(wall: Page): Promise<void> {
  const mark = await wall.getByTestId('rehearsal').boundingBox();
  const time = await wall.getByTestId('time-of-day').boundingBox();
  const middle = (box: typeof mark): number => (box ? box.y + box.height / 2 : Number.NaN);
  expect(Math.abs(middle(mark) - middle(time))).toBeLessThan(20);
  expect(mark?.width).toBeLessThan(260);
}

for (const locale of languages('zh-CN'))
  test.describe(`rehearsal in ${locale}`, () => {
    let hub: RunningHub;
    let screens: Screens;

    test.beforeEach(async ({ browser }) => {
      hub = await startHub();
      await hub.seed(locale);
      screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, `rehearsal-${locale}`);
    });
    test.afterEach(async () => {
      if (test.info().errors.length > 0) await screens.pictures('failed');
      await screens.close();
      await hub.stop();
    });

    test('is begun, seen on every screen, and wiped', async () => {
      const say = { locale };
      const mark = m.hub_rehearsal_title({ title: '' }, say);
      const host = await screens.open(await hub.signInPath('host'), 'tablet', say);
      const wall = await screens.open(`/display?lang=${locale}`, 'display', say);
      const phone = await screens.open('/', 'phone', say);
      await expect(host.getByTestId('primary')).toBeVisible();
      await expect(phone.getByText(mark)).toHaveCount(0);

      await host.goto('/console#readiness');
      await expect(host.getByTestId('rehearsal')).toContainText(m.rehearsal_about({}, say));
      await screens.picture(host, 'before');
      await host.getByLabel(m.rehearsal_people({}, say)).selectOption('10');
      await host.getByTestId('begin-rehearsal').click();
      await expect(host.getByTestId('rehearsal')).toContainText(
        m.rehearsal_running({ present: 10, people: 10 }, say),
        { timeout: 15_000 },
      );
      await expect(wall.getByTestId('rehearsal')).toBeVisible();
      await expect(phone.getByText(mark).first()).toBeVisible();
      await screens.picture(host, 'under way');
      await screens.picture(wall, 'big screen');
      await wall.setViewportSize({ width: 1080, height: 1920 });
      await expect(wall.getByTestId('rehearsal')).toBeVisible();
      await expectSideBySide(wall);
      await screens.picture(wall, 'big screen upright');
      await screens.picture(phone, 'phone');
      await expectAccessible(host);

      await host.getByTestId('wipe-rehearsal').click();
      await expect(host.getByTestId('begin-rehearsal')).toBeVisible();
      await expect(wall.getByTestId('rehearsal')).toHaveCount(0);
      await expect(phone.getByText(mark)).toHaveCount(0);
      await screens.picture(host, 'wiped');
      screens.expectNoFaults();
    });
  });
