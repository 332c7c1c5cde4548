/** Picking, through its screens: the rules, the filters, the line at the microphone, counts that are hidden. */
import { expect, test } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { FULL_ONLY, languages } from './support/forms';
import { Citizen, Host, Volunteer } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens, SIZES } from './support/screens';

const SAID = {
  'zh-CN': {
    asked: '老旧小区加装电梯，一楼住户一直不同意，街道调解了三次没有结果，后面还能怎么办？',
    spoken: '河口镇晚上九点以后没有公交，能不能加一班？',
    names: ['王大爷', '李阿姨', '赵师傅', '张女士'],
  },
  en: {
    asked: 'The ground floor will not agree to a lift in our old building. What can we do?',
    spoken: 'There is no bus to Hekou after nine in the evening. Could one more run?',
    names: ['Mr Wang', 'Mrs Li', 'Mr Zhao', 'Mrs Zhang'],
  },
} as const;

test.describe('picking', () => {
  let hub: RunningHub;
  let screens: Screens;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'picking');
  });
  test.afterEach(async () => {
    await screens.close();
    await hub.stop();
  });

  for (const locale of languages('zh-CN'))
    test(`follows rules that everybody sees, and is published, ${locale}`, FULL_ONLY, async () => {
      test.setTimeout(240_000);
      await hub.seed(locale);
      const { asked, spoken, names } = SAID[locale];
      const [first, second, third, asker] = names;
      const display = await screens.open(`/display?lang=${locale}`, 'display', { locale });
      const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', { locale }));
      const volunteer = new Volunteer(
        await screens.open(await hub.signInPath('volunteer'), 'phone', { locale }),
      );
      const citizen = new Citizen(await screens.open('/', 'phone', { locale }), locale);
      const { page } = host;
      await page.goto(`${new URL(page.url()).pathname}#host`);
      await host.jumpTo(m.stage_qa({}, { locale }), locale);

      // A citizen asks from a phone.
      await citizen.place('questions');
      await expect(citizen.page.getByText(m.audience_list_empty({}, { locale }))).toBeVisible();
      await citizen.ask(asked, asker);

      // Two people take a number; the first is called and says what they ask.
      const phone = volunteer.page;
      await phone.getByRole('button', { name: m.mic_numbers({}, { locale }) }).click();
      for (const name of [first, second]) {
        await phone.locator('#mic-name').fill(name);
        await phone.locator('#mic-area').selectOption({ index: 1 });
        await phone.getByRole('button', { name: m.mic_give({}, { locale }) }).click();
        await expect(phone.locator('#mic-name')).toHaveValue('');
      }
      await expect(phone.getByText(m.mic_given({ number: 2 }, { locale })).first()).toBeVisible();
      await phone.locator('#mic-name').fill(third);
      await phone
        .getByRole('button', { name: m.mic_log({}, { locale }) })
        .first()
        .click();
      await phone.getByRole('button', { name: m.mic_numbers({}, { locale }) }).click();
      await expect(phone.locator('#mic-name')).toHaveValue(third);
      await phone.locator('#mic-name').fill('');
      await screens.picture(phone, `volunteer-numbers-${locale}`);
      await page
        .getByRole('button', { name: m.mic_call_number({ number: 1 }, { locale }) })
        .click();
      await expect(display.getByTestId('up-next')).toContainText(
        m.display_mic_called({ number: '1' }, { locale }),
      );
      await screens.picture(display, `display-called-${locale}`);
      await display.setViewportSize({ width: 1024, height: 768 });
      await expect(display.getByTestId('up-next').locator('.called')).toBeVisible();
      await screens.picture(display, `display-called-narrow-${locale}`);
      await display.setViewportSize(SIZES.display);
      const line = phone.getByTestId('mic-line').getByRole('listitem').first();
      await line.getByRole('button', { name: m.mic_log({}, { locale }) }).click();
      await phone.locator('#log-text').fill(spoken);
      await phone.locator('#log-text').press('Enter');
      await expect(phone.locator('#log-text')).toHaveValue('');
      await screens.picture(phone, `volunteer-logged-${locale}`);
      // Under the pointer whoever has spoken keeps their place in the line.
      await phone.getByRole('button', { name: m.mic_numbers({}, { locale }) }).click();
      await line.getByRole('button', { name: m.mic_done({}, { locale }) }).click();
      await expect(line).toContainText(m.console_left_desk({}, { locale }));
      await expect(line).toContainText(first);
      await screens.picture(phone, `volunteer-spoken-${locale}`);
      await phone.mouse.move(0, 0);
      await expect(line).toContainText(second);

      // The host filters, and sets the rules.
      await page.getByTestId('filter').click();
      await page.getByLabel(m.picking_by_area({}, { locale })).selectOption({ index: 1 });
      await expect(page.getByText(spoken).first()).toBeVisible();
      await screens.picture(page, `host-filtered-${locale}`);
      await page.goto(`${new URL(page.url()).pathname}#picking`);
      await page
        .getByRole('button', { name: m.picking_share_of({ every: 2 }, { locale }) })
        .click();
      await page.getByRole('button', { name: m.picking_counts_hidden({}, { locale }) }).click();
      await citizen.place('questions');
      await expect(citizen.page.getByText(m.audience_counts_hidden({}, { locale }))).toBeVisible();
      await screens.picture(citizen.page, `phone-hidden-${locale}`);
      await page
        .getByRole('button', { name: m.picking_counts_shown({}, { locale }), exact: true })
        .click();
      await expect(citizen.page.getByText(m.audience_counts_hidden({}, { locale }))).toBeHidden();

      // By lot it can only be the one that waits.
      await page.getByRole('button', { name: m.picking_draw({}, { locale }) }).click();
      await expect(page.getByTestId('picks')).toContainText(m.picking_manner_lot({}, { locale }));
      await screens.picture(page, `host-picking-${locale}`);
      await expect(display.getByTestId('question-text')).toHaveText(spoken);
      await page.goto(`${new URL(page.url()).pathname}#host`);
      await host.show(m.scene_scope({}, { locale }));
      await expect(display.getByText(m.picking_rule_share({ every: 2 }, { locale }))).toBeVisible();
      await screens.picture(display, `display-rules-${locale}`);
      await host.show(m.scene_results({}, { locale }));
      await screens.picture(page, `host-${locale}`);
      screens.expectNoFaults();
    });
});
