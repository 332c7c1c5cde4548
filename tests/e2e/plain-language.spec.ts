/** Plain-language cards and "I did not follow", through the screens of those who use them. */
import { expect, test } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { builtInTerms } from '../../server/src/forum/glossary/built-in';
import { FULL_ONLY, languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { Host, Organiser, type Locale } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const NEW: Readonly<Record<Locale, readonly [word: string, plain: string]>> = {
  'zh-CN': ['容积率', '一块地上能盖多少房子：数字越大，楼越多越密。'],
  en: ['Plot ratio', 'How much may be built on a piece of land.'],
};

test.describe('plain language', () => {
  let hub: RunningHub;
  let screens: Screens;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'plain-language');
  });
  test.afterEach(async () => {
    await screens.close();
    await hub.stop();
  });

  for (const locale of languages('zh-CN'))
    test(
      `cards are prepared, shown, taken away; phones say what they do not follow, ${locale}`,
      FULL_ONLY,
      async () => {
        await hub.seed(locale);
        const say = { locale };
        const [card] = builtInTerms[locale];
        if (!card) throw new Error('no card is built in');
        const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', say));
        const display = await screens.open(`/display?lang=${locale}`, 'display', say);
        const wall = await screens.open(`/display?lang=${locale}&theme=ink`, 'wall', say);
        const phone = await screens.open('/', 'phone', say);
        const other = await screens.open('/', 'phone', say);
        const { page } = host;
        const strip = page.getByTestId('cards');
        await host.go('startItem');
        await host.go('startItem');
        await host.go('startTalk');
        await expect(display.locator('[data-scene="talk"]')).toBeVisible();

        const unclear = m.unclear_press({}, say);
        for (const each of [phone, other])
          await each.getByRole('button', { name: unclear }).click();
        await expect(phone.getByText(m.unclear_taken({}, say))).toBeVisible();
        await expect(page.getByTestId('unclear-meter')).toHaveAttribute('data-count', '2');
        await screens.picture(phone, `phone-unclear-${locale}`);
        // The page has forgotten the press, the hub has not.
        await phone.reload();
        await phone.getByRole('button', { name: unclear }).click();
        await expect(phone.getByText(m.refusal_plainness_wait({}, say))).toBeVisible();
        await expect(page.getByTestId('unclear-meter')).toHaveAttribute('data-count', '2');

        await strip.getByRole('button', { name: card.word }).click();
        for (const screen of [display, wall])
          await expect(screen.getByTestId('card-word')).toHaveText(card.word);
        await expect(phone.getByTestId('card')).toContainText(card.plain);
        await screens.picture(display, `card-${locale}`);
        await screens.picture(wall, `card-wall-ink-${locale}`);
        await screens.picture(phone, `phone-card-${locale}`);
        await screens.picture(page, `host-card-${locale}`);
        for (const screen of [page, phone]) await expectAccessible(screen);
        await strip.getByRole('button', { name: card.word }).click();
        for (const screen of [display, wall])
          await expect(screen.locator('[data-scene="talk"]')).toBeVisible();
        await expect(phone.getByTestId('card')).toHaveCount(0);

        // A word that nobody had thought of.
        const [word, plain] = NEW[locale];
        await page.getByTestId('add-card').click();
        await page.getByTestId('card-word').fill(word);
        await page.getByTestId('card-plain').fill(plain);
        await screens.picture(page, `host-add-${locale}`);
        await page.getByRole('button', { name: m.card_add_and_show({}, say) }).click();
        await expect(display.getByTestId('card-word').filter({ hasText: word })).toBeVisible();
        // Taken back, what was there is there again.
        await expect(host.undo).toHaveAttribute('data-progress', 'ready');
        await host.takeBack();
        await expect(display.locator('[data-scene="talk"]')).toBeVisible();

        await host.go('startTalk');
        await expect(page.getByTestId('unclear-meter')).toHaveAttribute('data-count', '0');
        screens.expectNoFaults();
      },
    );

  test('cards are written, put in order and removed in the set-up', FULL_ONLY, async () => {
    await hub.seed('zh-CN');
    const say = { locale: 'zh-CN' } as const;
    const organiser = new Organiser(
      await screens.open(await hub.signInPath('admin'), 'desk', say),
      'zh-CN',
    );
    const { page } = organiser;
    await organiser.open('setup');
    const section = page.locator('#setup-terms');
    const words = section.locator('[id$=".word"]');
    await expect(words).toHaveCount(builtInTerms['zh-CN'].length);
    const form = section.getByRole('form', { name: m.setup_add_term({}, say) });
    await form.locator('input').nth(0).fill('容积率');
    await form.locator('input').nth(1).fill('一块地上能盖多少房子');
    await form.getByRole('button').click();
    await expect(words.last()).toHaveValue('容积率');
    await section.getByRole('button', { name: m.setup_move_up({ name: '容积率' }, say) }).click();
    await expect(words.last()).not.toHaveValue('容积率');
    await section.locator('summary').first().click();
    await section.getByRole('checkbox').first().check();
    await section.scrollIntoViewIfNeeded();
    await screens.picture(page, 'setup');
    await expectAccessible(page);
    await section
      .getByRole('button', { name: m.setup_remove_what({ name: '容积率' }, say) })
      .click();
    await expect(words).toHaveCount(builtInTerms['zh-CN'].length);
    await page.setViewportSize({ width: 360, height: 740 });
    await section.scrollIntoViewIfNeeded();
    await screens.picture(page, 'setup-narrow');
    screens.expectNoFaults();
  });
});
