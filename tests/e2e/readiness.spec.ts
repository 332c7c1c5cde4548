/** The readiness check: every screen measured, one with a wrong clock found out, and what to do in plain words. */
import { expect, test } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

for (const locale of languages('zh-CN'))
  test.describe(`readiness in ${locale}`, () => {
    let hub: RunningHub;
    let screens: Screens;

    test.beforeEach(async ({ browser }) => {
      hub = await startHub();
      await hub.seed(locale);
      screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, `readiness-${locale}`);
    });
    test.afterEach(async () => {
      if (test.info().errors.length > 0) await screens.pictures('failed');
      await screens.close();
      await hub.stop();
    });

    test('finds what is not ready', async () => {
      const say = { locale };
      const admin = await screens.open(await hub.signInPath('admin'), 'tablet', say);
      await admin.goto('/console#readiness');
      const rows = admin.getByTestId('readiness-hub').getByRole('listitem');
      const row = (name: string) => rows.filter({ has: admin.getByRole('heading', { name }) });
      const devices = admin.getByTestId('readiness-devices').getByRole('listitem');
      const display = row(m.ready_displays({}, say));
      await expect(display).toContainText(m.ready_displays_mend({}, say));
      await expect(row(m.ready_database({}, say))).toContainText(m.ready_database_good({}, say));
      await expect(row(m.ready_backup({}, say))).toHaveAttribute('data-state', 'mend');
      await screens.picture(admin, 'alone');

      const host = await screens.open(await hub.signInPath('host'), 'tablet', say);
      await expect(host.getByTestId('primary')).toBeVisible();
      const wall = await screens.open(`/display?lang=${locale}`, 'display', say);
      await expect(wall.locator('[data-scene]').first()).toBeVisible();
      const kiosk = await screens.open(await hub.signInPath('kiosk'), 'kiosk', say);
      await expect(kiosk.getByRole('button').first()).toBeVisible();
      // Five minutes fast, as a tablet from a drawer is; and a page that answers nothing sensible.
      await host.evaluate(() => {
        const right = Date.now.bind(Date);
        Date.now = () => right() + 300_000;
      });
      await kiosk.evaluate(() => {
        Date.now = () => Number.NaN;
      });
      // A page that is drawn may not be connected yet; whoever checks a hall presses again, too.
      await expect(async () => {
        await admin.getByTestId('measure').click();
        await expect(devices).toHaveCount(4, { timeout: 4_000 });
      }).toPass({ timeout: 30_000 });
      await expect(display).toHaveAttribute('data-state', 'good');
      await expect(devices.nth(0)).toContainText(
        m.ready_device_clock_fast({ seconds: '300' }, say),
      );
      await expect(devices.nth(3)).toContainText(m.ready_device_silent({}, say));
      await screens.picture(admin, 'measured');
      await admin.getByTestId('readiness-devices').scrollIntoViewIfNeeded();
      await screens.picture(admin, 'devices');
      await expectAccessible(admin);
      await admin.setViewportSize({ width: 360, height: 740 });
      await screens.picture(admin, 'phone');
      screens.expectNoFaults();
    });
  });
