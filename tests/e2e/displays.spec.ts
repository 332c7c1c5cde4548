/** The displays of a hall, each with a layout and a name of its own, led from the host's tablet. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { FULL_ONLY, languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { Host } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

test.describe('displays', () => {
  let hub: RunningHub;
  let screens: Screens;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'displays');
  });
  test.afterEach(async () => {
    await screens.close();
    await hub.stop();
  });

  for (const locale of languages('en'))
    test(`a message reaches the stage alone, ${locale}`, async () => {
      await hub.seed(locale);
      const say = { locale };
      const open = (layout: string, theme: string): Promise<Page> =>
        screens.open(`/display?layout=${layout}&lang=${locale}&theme=${theme}`, 'display', say);
      const stage = await open('stage', locale === 'en' ? 'paper' : 'ink');
      const lobby = await open('lobby', 'paper');
      const overlay = await open('overlay', 'paper');
      const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', say));
      const { page } = host;
      await expect(stage.getByText(m.prompt_no_clock({}, say))).toBeVisible();
      await host.go('startItem');
      await host.go('startItem');
      await host.go('startTalk');
      await expect(stage.getByRole('timer')).toBeVisible();
      await screens.picture(page, `host-quiet-${locale}`);

      // Two presses from the main screen; one takes it away, and one brings it back.
      const plain = m.prompt_say_plain({}, say);
      await page.getByTestId('stage-open').click();
      await screens.picture(page, `host-choosing-${locale}`);
      await expectAccessible(page);
      await page.getByRole('button', { name: plain }).click();
      await expect(stage.getByTestId('stage-message')).toHaveText(plain);
      await expect(page.getByTestId('stage-shown')).toHaveText(plain);
      await screens.picture(stage, `stage-talk-${locale}`);
      await screens.picture(page, `host-told-${locale}`);
      await page.getByTestId('stage-clear').click();
      await expect(stage.getByTestId('stage-message')).toHaveCount(0);
      await expect(host.undo).toHaveAttribute('data-progress', 'ready');
      await host.takeBack();
      await expect(stage.getByTestId('stage-message')).toHaveText(plain);

      const own = locale === 'en' ? 'Look at the left screen' : '请看左边的屏幕';
      await page.getByTestId('stage-open').click();
      await page.getByRole('textbox', { name: m.prompt_own({}, say) }).fill(own);
      await page.keyboard.press('Enter');
      await expect(stage.getByTestId('stage-message')).toHaveText(own);
      for (const other of [lobby, overlay]) await expect(other.getByText(own)).toHaveCount(0);
      await expect(overlay.locator('.band b')).toBeVisible();
      for (const [name, each] of Object.entries({ lobby, overlay }))
        await screens.picture(each, `${name}-talk-${locale}`);
      for (const each of [stage, lobby, overlay]) await expectAccessible(each);

      // It was meant for who spoke.
      await page.getByRole('button', { name: m.console_end_turn({}, say), exact: true }).click();
      await expect(stage.getByTestId('stage-message')).toHaveCount(0);
      await expect(page.getByTestId('stage-shown')).toHaveCount(0);
      screens.expectNoFaults();
    });

  for (const locale of languages('zh-CN'))
    test(`each display is named, found and told apart, ${locale}`, FULL_ONLY, async () => {
      await hub.seed(locale);
      const say = { locale };
      const open = (place: string): Promise<Page> =>
        screens.open(`/display?lang=${locale}&place=${place}`, 'display', say);
      const [east, west] = [await open('1'), await open('2')];
      const stage = await screens.open(`/display?layout=stage&lang=${locale}`, 'display', say);
      const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', say));
      const { page } = host;
      await host.go('startItem');
      await page.goto(`${new URL(page.url()).pathname}#displays`);
      const cards = page.locator('[data-display]');
      await expect(cards).toHaveCount(3);
      const card = (index: number): Locator => cards.nth(index);
      const press = (index: number, name: string): Promise<void> =>
        card(index).getByRole('button', { name, exact: true }).click();
      const id = await east.evaluate(() => localStorage.getItem('wz.display.main.1'));
      const first = page.locator(`[data-display="main.${id}"]`);

      // Named, and found by its name.
      await first.getByRole('button', { name: m.displays_rename({}, say) }).click();
      const name = locale === 'en' ? 'East wall' : '东侧大屏';
      await first.getByRole('textbox').fill(name);
      await page.keyboard.press('Enter');
      await expect(first.getByRole('heading')).toHaveText(name);
      await first.getByRole('button', { name: m.displays_identify({}, say) }).click();
      await expect(east.getByTestId('name-card')).toHaveText(name);
      await expect(west.getByTestId('name-card')).toHaveCount(0);
      await screens.picture(east, `named-${locale}`);
      await screens.picture(page, `workspace-${locale}`);
      await expectAccessible(page);

      // A scene of its own, and none after undo.
      await first.getByRole('combobox').selectOption('scope');
      await expect(east.locator('[data-scene="scope"]')).toBeVisible();
      await expect(west.locator('[data-scene="opening"]')).toBeVisible();
      await expect(host.undo).toHaveAttribute('data-progress', 'ready');
      await host.takeBack();
      await expect(east.locator('[data-scene="opening"]')).toBeVisible();

      // One keeps its picture, one is blank, whatever happens on stage; also over a reload.
      const still = m.displays_still({}, say);
      await first.getByRole('button', { name: still, exact: true }).click();
      await expect(east.locator('[data-shows="still"]')).toBeVisible();
      const others = [0, 1, 2];
      for (const index of others)
        if ((await card(index).getAttribute('data-shows')) === 'follow')
          await press(index, m.displays_blank({}, say));
      await expect(west.locator('.blank')).toBeVisible();
      await page.goto(`${new URL(page.url()).pathname}#host`);
      await host.go('startItem');
      await host.go('startTalk');
      await east.reload();
      await expect(east.locator('[data-scene="opening"]')).toBeVisible();
      await expect(stage.locator('.blank')).toBeVisible();
      await page.goto(`${new URL(page.url()).pathname}#displays`);
      await screens.picture(page, `told-${locale}`);

      // An emergency lies over all of it, and leaves it as it was.
      const dialog = await host.openEmergency();
      await dialog.getByRole('checkbox').check();
      await host.sayIt();
      for (const screen of [east, west, stage]) {
        await expect(screen.locator('[data-emergency]')).toBeVisible();
        await expect(screen.locator('.blank')).toHaveCount(0);
      }
      await screens.picture(page, `emergency-${locale}`);
      await host.allClear();
      await expect(east.locator('[data-scene="opening"]')).toBeVisible();
      await expect(west.locator('.blank')).toBeVisible();
      for (const index of others) await press(index, m.displays_follow({}, say));
      for (const screen of [east, west])
        await expect(screen.locator('[data-scene="talk"]')).toBeVisible();
      await expect(stage.getByRole('timer')).toBeVisible();
      screens.expectNoFaults();
    });
});
