/** An emergency takes over every screen, and all clear gives everything back; through the screens of everyone. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { FULL_ONLY, languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { Host } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

/** Seconds that a clock shows. */
async function shown(clock: Locator): Promise<number> {
  const [minutes = '0', seconds = '0'] = (await clock.innerText()).match(/\d+/g) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

test.describe('emergency', () => {
  let hub: RunningHub;
  let screens: Screens;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'safety');
  });
  test.afterEach(async () => {
    await screens.close();
    await hub.stop();
  });

  for (const locale of languages('zh-CN'))
    test(`a drill takes over every screen and gives it back, ${locale}`, async () => {
      await hub.seed(locale);
      const say = { locale };
      const display = await screens.open(`/display?lang=${locale}`, 'display', say);
      const wall = await screens.open(`/display?lang=${locale}&theme=ink`, 'wall', say);
      const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', say));
      const volunteer = await screens.open(await hub.signInPath('volunteer'), 'phone', say);
      const phone = await screens.open('/', 'phone', say);
      const kiosk = await screens.open(await hub.signInPath('kiosk'), 'kiosk', say);
      const { page } = host;
      await host.go('startItem');
      await host.go('startItem');
      await host.go('startTalk');
      await expect(display.locator('[data-scene="talk"]')).toBeVisible();
      await screens.picture(page, `host-before-${locale}`);

      // Chosen, and held: a press alone does nothing.
      const dialog = await host.openEmergency();
      await dialog.getByRole('button', { name: m.safety_kind_fire({}, say), exact: true }).click();
      // A clicker in the hand runs nothing behind the dialog.
      const offered = await host.primary.innerText();
      await page.keyboard.press('PageDown');
      await dialog.getByRole('checkbox').check();
      await screens.picture(page, `dialog-${locale}`);
      await expectAccessible(page);
      await dialog.getByTestId('hold-emergency').click();
      await expect(display.locator('[data-emergency]')).toHaveCount(0);
      await host.sayIt();

      // Everyone sees that it is a drill, and what to do; staff what staff do.
      const drill = m.safety_drill({}, say);
      const heading = m.safety_heading_fire({}, say);
      await expect(page.getByTestId('emergency')).toContainText(drill);
      for (const screen of [display, wall]) {
        await expect(screen.locator('[data-emergency="fire"]')).toContainText(heading);
        await expect(screen.locator('[data-emergency="fire"]')).toContainText(drill);
      }
      for (const screen of [phone, kiosk]) {
        await expect(screen.getByRole('alert').filter({ hasText: heading })).toContainText(drill);
        await expect(screen.getByRole('dialog').getByRole('listitem')).not.toHaveCount(0);
      }
      for (const screen of [phone, kiosk])
        expect(await screen.getByRole('dialog').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
      await expect(volunteer.getByTestId('emergency')).toContainText('119');
      await expect(volunteer.getByTestId('all-clear')).toHaveCount(0);
      await expect(phone.getByText('119')).toHaveCount(0);
      await phone.keyboard.press('Escape');
      await phone.keyboard.press('Escape');
      await expect(phone.getByRole('dialog')).toBeVisible();

      const clock = page.locator('main [role="timer"]').first();
      const then = await shown(clock);
      await page.waitForTimeout(2_500);
      expect(await shown(clock)).toBe(then);
      await pictures({ display, wall, host: page, volunteer, phone, kiosk }, locale);
      for (const screen of [page, volunteer, phone, kiosk, display]) await expectAccessible(screen);

      // What moves the stage is refused; whoever comes now sees the same at once.
      await page.keyboard.press('p');
      await expect(page.getByText(m.refusal_safety_emergency({}, say)).first()).toBeVisible();
      const late = await screens.open('/', 'phone', say);
      await expect(late.getByRole('alert').filter({ hasText: heading })).toBeVisible();

      await host.allClear();
      await expect(display.locator('[data-emergency]')).toHaveCount(0);
      await expect(host.primary).toHaveText(offered, { useInnerText: true });
      const left = await shown(display.locator('[data-scene="talk"] [role="timer"]').first());
      expect(then - left).toBeGreaterThanOrEqual(0);
      expect(then - left).toBeLessThanOrEqual(2);
      for (const screen of [phone, kiosk, late])
        await expect(screen.getByRole('dialog')).toHaveCount(0);
      await expect(volunteer.getByTestId('emergency')).toHaveCount(0);
      screens.expectNoFaults();
    });

  test('a drill becomes real, and in large letters too', FULL_ONLY, async () => {
    await hub.seed('zh-CN');
    const say = { locale: 'zh-CN' } as const;
    const display = await screens.open('/display?lang=zh-CN', 'display', say);
    const phone = await screens.open('/', 'phone', say);
    await phone.getByRole('button', { name: m.audience_easy_on({}, say) }).click();
    const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', say));
    const drill = await host.openEmergency();
    await drill.getByRole('checkbox').check();
    await host.sayIt();
    await expect(display.locator('[data-emergency="evacuate"]')).toContainText('演练');
    await host.page.getByRole('button', { name: m.safety_change({}, say) }).click();
    const dialog = host.page.getByRole('dialog');
    await dialog.getByRole('checkbox').uncheck();
    await dialog.getByRole('textbox').fill('舞台右侧冒烟，请从西门离开');
    await host.sayIt();
    const all = display.locator('[data-emergency="evacuate"]');
    await expect(all).toContainText('西门离开');
    await expect(all).not.toContainText('演练');
    await expect(phone.getByRole('dialog')).toContainText('西门离开');
    await screens.picture(phone, 'phone-easy');
    await screens.picture(host.page, 'host-real');
    await screens.picture(display, 'display-real');
    screens.expectNoFaults();
  });

  const pictures = async (pages: Readonly<Record<string, Page>>, locale: string) => {
    for (const [name, each] of Object.entries(pages))
      await screens.picture(each, `${name}-${locale}`);
  };
});
