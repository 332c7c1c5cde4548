/** For everyone: easy mode is large throughout, and whoever has no finger on the screen gets along by keys. */
import { expect, test, type Page } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { FULL_ONLY } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { Host } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const locale = 'zh-CN';
const SMALLEST_TEXT = 24;
const SMALLEST_TARGET = 60;

test.describe('reachable', () => {
  let hub: RunningHub;
  let screens: Screens;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    await hub.seed(locale);
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'reachable');
  });
  test.afterEach(async () => {
    await screens.close();
    await hub.stop();
  });

  test('easy mode is large on every page of the phone, and remembered', async () => {
    const phone = await screens.open('/', 'phone', { locale });
    const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', { locale }));
    await phone.getByRole('button', { name: m.audience_easy_on({}, { locale }) }).click();
    await phone.reload();
    // It says what a press does; were it also pressed, a screen reader would say that easy mode is off.
    const standard = phone.getByRole('button', { name: m.audience_easy_off({}, { locale }) });
    await expect(standard).toBeVisible();
    expect(await standard.getAttribute('aria-pressed')).toBeNull();
    for (const place of ['now', 'questions', 'mine', 'about', 'opinions', 'ask', 'say']) {
      await phone.goto(`/#${place}`);
      await screens.picture(phone, `easy-${place}`);
      expect(await tooSmall(phone), place).toEqual([]);
      await expectAccessible(phone);
    }
    await host.go('startItem');
    await host.go('startItem');
    await host.go('startTalk');
    await phone.goto('/#now');
    await expect(phone.getByRole('timer')).toBeVisible();
    await screens.picture(phone, 'easy-talk');
    expect(await tooSmall(phone), 'talk').toEqual([]);
  });

  test('whoever leaves the sheet to ask on goes on where it was opened', async () => {
    const phone = await screens.open('/', 'phone', { locale });
    const ask = phone.getByRole('button', { name: m.audience_ask({}, { locale }) });
    await ask.focus();
    await phone.keyboard.press('Enter');
    await expect(phone.getByRole('textbox').first()).toBeFocused();
    await phone.keyboard.press('Escape');
    await expect(ask).toBeFocused();
  });

  test('whoever closes a dialog by keys goes on where it was opened', FULL_ONLY, async () => {
    const host = await screens.open(await hub.signInPath('host'), 'tablet', { locale });
    const opener = host.getByRole('button', { name: m.console_keys({}, { locale }) });
    await opener.focus();
    await host.keyboard.press('Enter');
    const close = host.getByRole('dialog').getByRole('button');
    await expect(close).toBeVisible();
    await close.focus();
    await host.keyboard.press('Enter');
    await expect(host.getByRole('dialog')).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test('a question is asked by keys alone', async () => {
    const phone = await screens.open('/', 'phone', { locale });
    await tabTo(phone, m.audience_ask({}, { locale }));
    await phone.keyboard.press('Enter');
    await expect(phone.locator('#ask-text')).toBeFocused();
    await phone.keyboard.type('公园的路灯几点关？');
    await tabTo(phone, m.audience_ask_send({}, { locale }));
    await phone.keyboard.press('Enter');
    await expect(phone.locator('.figure')).toHaveText(/-/);
    await phone.keyboard.press('Escape');
    await expect(phone.getByRole('dialog')).toBeHidden();
  });

  test('the host runs the day by the keys of a clicker', async () => {
    const display = await screens.open('/display', 'display', { locale });
    const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', { locale }));
    await expect(host.primary).toHaveAttribute('data-action', 'startItem');
    const steps = [
      ['PageDown', 'opening'],
      ['Space', 'agenda'],
      ['ArrowRight', 'talk'],
      ['PageUp', 'agenda'],
      ['PageDown', 'talk'],
    ] as const;
    for (const [key, scene] of steps) {
      // A double press is one press: the button rests for a moment.
      await expect(host.primary).toHaveAttribute('data-progress', 'ready');
      // The display may know of a press before the tablet offers to take it back.
      if (key === 'PageUp') {
        await expect(
          host.page.getByText(m.console_did_start_talk_of({ name: '王建国' }, { locale })),
        ).toBeVisible();
        await expect(host.undo).toHaveAttribute('data-progress', 'ready');
      }
      await host.page.keyboard.press(key);
      await expect(display.locator(`[data-scene="${scene}"]`)).toBeVisible();
    }
    // Nor can the tablet stop a clock that it does not know of yet.
    await expect(host.primary).toHaveAttribute('data-progress', 'ready');
    await host.page.keyboard.press('p');
    await expect(display.getByText(m.clock_paused({}, { locale })).first()).toBeVisible();
    await host.page.keyboard.press('?');
    await screens.picture(host.page, 'keys');
    await expectAccessible(host.page);
  });
});

/** Presses Tab until the button called `name` has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (await button.evaluateAll((all) => all.includes(document.activeElement as HTMLElement)))
      return;
  }
  throw new Error(`no key leads to ${name}`);
}

/** Visible texts and targets of the page that are smaller than easy mode allows. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(
    ([text, target]) => {
      const seen = (element: Element): boolean =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        element.closest('.visually-hidden') === null;
      const found: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { textContent, parentElement } = walker.currentNode;
        const words = textContent?.trim();
        if (!words || !parentElement || !seen(parentElement)) continue;
        if (parentElement.closest('script, style, option, svg')) continue;
        const size = parseFloat(getComputedStyle(parentElement).fontSize);
        if (size < text) found.push(`${size} px: ${words.slice(0, 20)}`);
      }
      for (const each of document.querySelectorAll('button, a[href], input, select, textarea')) {
        if (!seen(each)) continue;
        const { height } = each.getBoundingClientRect();
        if (height > 0 && height < target)
          found.push(`${Math.round(height)} px high: ${(each.textContent ?? '').trim()}`);
      }
      return found;
    },
    [SMALLEST_TEXT, SMALLEST_TARGET] as const,
  );
