/** A tablet that dies does not stop the forum. */
import { expect, test } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { Host, Organiser } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const locale = 'zh-CN';

test.describe('takeover', () => {
  let hub: RunningHub;
  let screens: Screens;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'takeover');
  });
  test.afterEach(async () => {
    await screens.close();
    await hub.stop();
  });

  test('a tablet dies: another has the forum in hand within five seconds', async () => {
    await hub.seed(locale);
    const display = await screens.open('/display', 'display', { locale });
    const organiser = new Organiser(
      await screens.open(await hub.signInPath('admin'), 'tablet', { locale }),
      locale,
    );
    await organiser.open('access');
    const dying = new Host(await screens.open(await hub.signInPath('host'), 'tablet', { locale }));
    await dying.go('startItem');
    await dying.go('startItem');
    await dying.go('startTalk');
    await expect(display.locator('[data-scene="talk"]')).toBeVisible();
    await dying.page.context().close();
    const since = Date.now();
    const path = await organiser.handOut('host');
    const next = new Host(await screens.open(path, 'tablet', { locale }));
    await expect(next.primary).toHaveAttribute('data-action', 'startTalk');
    await next.page.keyboard.press('p');
    await expect(display.getByText(m.clock_paused({}, { locale })).first()).toBeVisible();
    expect(Date.now() - since).toBeLessThan(5_000);
    await screens.picture(next.page, 'taken-over');
    screens.expectNoFaults();
  });
});
