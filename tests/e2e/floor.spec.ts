/** What may happen while somebody has the floor: an interjection, and answers by several officials. */
import { expect, test, type Locator } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { FULL_ONLY, languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { Host, Volunteer } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

/** Seconds that a clock shows. */
async function shown(clock: Locator): Promise<number> {
  const [minutes = '0', seconds = '0'] = (await clock.innerText()).match(/\d+/g) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

test.describe('the floor', () => {
  let hub: RunningHub;
  let screens: Screens;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'floor');
  });
  test.afterEach(async () => {
    await screens.close();
    await hub.stop();
  });

  for (const locale of languages('zh-CN'))
    test(`somebody speaks up, and the floor is given back, ${locale}`, FULL_ONLY, async () => {
      await hub.seed(locale);
      const say = { locale };
      const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', say));
      const display = await screens.open(`/display?lang=${locale}`, 'display', say);
      const phone = await screens.open('/', 'phone', say);
      const { page } = host;
      await host.go('startItem');
      await host.go('startItem');
      await host.go('startTalk');
      const wall = display.locator('[data-scene="talk"]');
      await expect(wall).toBeVisible();
      await page.getByTestId('interject').click();
      const up = wall.getByTestId('interjection');
      await expect(up).toBeVisible();
      const held = await shown(up.getByRole('timer').last());
      await page.getByTestId('interjection-who').selectOption({ index: 2 });
      const named = m.interjection_of({ name: '' }, say).trim();
      await expect(up).toContainText(named);
      await expect(phone.getByTestId('interjection')).toContainText(named);
      await screens.picture(display, `interjection-${locale}`);
      await screens.picture(page, `host-interjection-${locale}`);
      await screens.picture(phone, `phone-interjection-${locale}`);
      await expectAccessible(page);

      // The large button gives the floor back; undo lets the interjection go on; and again.
      await host.go('endInterjection');
      await expect(up).toHaveCount(0);
      await expect(host.undo).toHaveAttribute('data-progress', 'ready');
      await host.takeBack();
      await expect(up).toBeVisible();
      await host.go('endInterjection');
      await expect(up).toHaveCount(0);
      const left = await shown(wall.getByRole('timer').first());
      expect(held - left).toBeGreaterThanOrEqual(0);
      expect(held - left).toBeLessThanOrEqual(4);
      await expect(page.getByTestId('interject')).toBeEnabled();
      screens.expectNoFaults();
    });

  for (const locale of languages('en'))
    test(`an answer is given together, and handed over, ${locale}`, FULL_ONLY, async () => {
      await hub.seed(locale);
      const say = { locale };
      const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', say));
      const volunteer = new Volunteer(
        await screens.open(await hub.signInPath('volunteer'), 'phone', say),
      );
      const display = await screens.open(`/display?lang=${locale}`, 'display', say);
      const phone = await screens.open('/', 'phone', say);
      const { page } = host;
      await volunteer.chooseSource('mic', locale);
      const code = await volunteer.log({ serial: null, text: '老旧小区加装电梯谁来管？' });
      await host.jumpTo(m.stage_qa({}, say), locale);
      await host.go('pickQuestion');
      await host.startAnswer();
      const answerer = display.getByTestId('answerer');
      const [first = ''] = [await answerer.innerText()];

      const others = page.getByTestId('others');
      await page.getByTestId('other-officials').click();
      await screens.picture(page, `host-others-${locale}`);
      await others.getByTestId('join-answer').click();
      await expect(answerer).toContainText(first);
      await expect(answerer).not.toHaveText(first);
      await expect(display.getByText(m.answer_together({}, say))).toBeVisible();
      await expect(phone.getByTestId('answerers')).toBeVisible();
      await screens.picture(display, `together-${locale}`);
      await screens.picture(phone, `phone-together-${locale}`);
      await expect(host.undo).toHaveAttribute('data-progress', 'ready');
      await host.takeBack();
      await expect(answerer).toHaveText(first);

      await page.getByTestId('other-officials').click();
      await others.getByTestId('hand-over').click();
      await expect(display.getByText(m.answer_after({ names: first }, say))).toBeVisible();
      await screens.picture(display, `handed-over-${locale}`);
      await screens.picture(page, `host-handed-over-${locale}`);
      await expectAccessible(page);
      const names = [first, await answerer.innerText()].join(m.names_joint({}, say));
      await host.answered();
      await phone.goto('/#mine');
      await phone.locator('#look-code').fill(code);
      await phone.getByRole('button', { name: m.audience_look_button({}, say) }).click();
      await expect(phone.getByText(m.answer_answered_by({ names }, say))).toBeVisible();
      await screens.picture(phone, `phone-record-${locale}`);
      screens.expectNoFaults();
    });
});
