/** A day that runs late: the host reads how to make up for it, presses once, and can take it back. */
import { expect, test } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { FULL_ONLY, languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { Host } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

/** As a field for a moment holds it: so many minutes ago in China. */
const minutesAgo = (minutes: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - minutes * 60_000).toISOString().slice(0, 16);

for (const locale of languages('en'))
  test.describe(`recovery in ${locale}`, () => {
    let hub: RunningHub;
    let screens: Screens;

    test.beforeEach(async ({ browser }) => {
      hub = await startHub();
      await hub.seed(locale);
      screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, `recovery-${locale}`);
    });
    test.afterEach(async () => {
      if (test.info().errors.length > 0) await screens.pictures('failed');
      await screens.close();
      await hub.stop();
    });

    test('of time that was lost', FULL_ONLY, async () => {
      const say = { locale };
      const admin = await screens.open(await hub.signInPath('admin'), 'tablet', say);
      await admin.goto('/console#setup');
      const startsAt = admin.locator('#setup-forum input[type="datetime-local"]');
      // The opening takes eight minutes: the talks begin nine minutes late.
      await startsAt.fill(minutesAgo(17));
      await startsAt.blur();
      await expect(admin.getByText(m.setup_saved({}, say)).first()).toBeVisible();

      const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', say));
      const { page } = host;
      const recovery = page.getByTestId('recovery');
      await host.go('startItem');
      await host.go('startItem');
      await host.go('startTalk');
      await expect(recovery).toBeVisible();
      await recovery.getByRole('button').click();
      const dialog = page.getByRole('dialog');
      const steps = dialog.getByRole('listitem');
      await expect(steps).toHaveCount(2);
      await expect(steps.first()).toContainText(
        m.recovery_talks(
          {
            ...{ item: m.stage_policy_talk({}, say), count: 5 },
            length: m.recovery_minutes({ minutes: 1 }, say),
          },
          say,
        ),
      );
      await screens.picture(page, 'suggested');
      await expectAccessible(page);
      await dialog.getByRole('button', { name: m.recovery_apply({}, say) }).click();
      await expect(page.getByText(m.console_on_time({}, say))).toBeVisible();
      await expect(recovery).toHaveCount(0);
      await screens.picture(page, 'recovered');

      await expect(host.undo).toHaveAttribute('data-progress', 'ready');
      await host.undo.click();
      await expect(recovery).toBeVisible();
      screens.expectNoFaults();
    });
  });
