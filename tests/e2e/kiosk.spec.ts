/** A kiosk keeps nothing of the person who stood before it. */
import { expect, test } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { FULL_ONLY } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const locale = 'zh-CN';
const WORDS = '我家在三楼，想问加装电梯的事';

test.describe('a kiosk', () => {
  let hub: RunningHub;
  let screens: Screens;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    await hub.seed(locale);
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'kiosk');
  });
  test.afterEach(async () => {
    await screens.close();
    await hub.stop();
  });

  test('clears itself after a minute, unless somebody is still here', async () => {
    const page = await screens.open(await hub.signInPath('kiosk'), 'kiosk', { locale });
    await page.clock.install();
    await page.reload();
    const ask = page.getByRole('button', { name: m.kiosk_ask({}, { locale }) });
    const field = page.locator('#kiosk-text');
    const stay = page.getByRole('button', { name: m.kiosk_still_here({}, { locale }) });

    await ask.click();
    await field.fill(WORDS);
    await page.clock.fastForward(40_000);
    await expect(stay).toBeHidden();
    await page.clock.fastForward(10_000);
    await expect(stay).toBeVisible();
    await screens.picture(page, 'still-here');
    await expectAccessible(page);
    await stay.click();
    await page.clock.fastForward(40_000);
    await expect(field).toHaveValue(WORDS);
    await page.clock.fastForward(25_000);
    await expect(ask).toBeVisible();
    await expect(field).toBeHidden();

    await ask.click();
    await expect(field).toHaveValue('');
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })))
      .not //
      .toContain(WORDS);
    screens.expectNoFaults();
  });

  test('says how it is signed in', FULL_ONLY, async () => {
    const page = await screens.open('/kiosk', 'kiosk', { locale });
    await expect(page.getByText(m.kiosk_sign_in_title({}, { locale }))).toBeVisible();
    await screens.picture(page, 'sign-in');
    await expectAccessible(page);
  });
});
