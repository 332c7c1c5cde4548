/** A volunteer calls for help from a phone; hosts see it at once, one goes, and everyone knows. */
import { expect, test } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { FULL_ONLY, languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

for (const locale of languages('zh-CN'))
  test.describe(`help in ${locale}`, () => {
    let hub: RunningHub;
    let screens: Screens;

    test.beforeEach(async ({ browser }) => {
      hub = await startHub();
      await hub.seed(locale);
      screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, `help-${locale}`);
    });
    test.afterEach(async () => {
      if (test.info().errors.length > 0) await screens.pictures('failed');
      await screens.close();
      await hub.stop();
    });

    test('is called from the hall and answered from the stage', FULL_ONLY, async () => {
      const say = { locale };
      const volunteer = await screens.open(await hub.signInPath('volunteer'), 'phone', say);
      const host = await screens.open(await hub.signInPath('host'), 'tablet', say);
      const admin = await screens.open(await hub.signInPath('admin'), 'tablet', say);
      await screens.open(`/display?lang=${locale}`, 'display', say);

      await volunteer.getByTestId('help-open').click();
      const dialog = volunteer.getByRole('dialog');
      await dialog.getByRole('button', { name: m.help_nowhere({}, say) }).click();
      await dialog.getByTestId('help-send').click();
      // Somewhere there has to be somebody to go to.
      await expect(dialog.getByRole('alert')).toContainText(m.refusal_empty({}, say));
      await dialog.getByRole('button', { name: m.zone_rest({}, say) }).click();
      await dialog.getByRole('textbox').fill(locale === 'en' ? 'east, row 3' : '东侧第三排');
      await screens.picture(volunteer, 'dialog');
      await expectAccessible(volunteer);
      await dialog.getByTestId('help-send').click();
      await expect(dialog).toHaveCount(0);

      const callOn = (page: typeof host) => page.getByTestId('help-calls').getByRole('listitem');
      for (const page of [host, admin, volunteer]) {
        await expect(callOn(page)).toContainText(m.help_reason_medical({}, say));
        await expect(callOn(page)).toContainText(m.zone_rest({}, say));
      }
      await screens.picture(host, 'host');
      await screens.picture(volunteer, 'volunteer');
      await expectAccessible(host);
      const way = m.help_on_my_way({}, say);
      await expect(volunteer.getByRole('button', { name: way })).toHaveCount(0);
      await host.getByRole('button', { name: way }).click();
      for (const page of [admin, volunteer])
        await expect(callOn(page)).not.toContainText(m.help_waits({}, say));
      await screens.picture(volunteer, 'coming');

      // Done, taken back, and done after all.
      const done = m.help_done({}, say);
      await admin.getByRole('button', { name: done }).click();
      await expect(host.getByTestId('help-calls')).toHaveCount(0);
      await admin.locator('[data-testid="undo"][data-progress="ready"]').click();
      await expect(callOn(host)).toHaveCount(1);
      await host.getByRole('button', { name: done }).click();
      await expect(volunteer.getByTestId('help-calls')).toHaveCount(0);

      // The access page knows who is connected as what.
      await admin.goto('/console#access');
      await expect(admin.getByTestId('screens-count')).toContainText(
        m.access_screens_count({ displays: '1', kiosks: '0' }, say),
      );
      await screens.picture(admin, 'access');
      screens.expectNoFaults();
    });
  });
