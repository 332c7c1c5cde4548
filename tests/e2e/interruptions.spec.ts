/** Killed hubs, cut networks, reloads, double presses, two hosts, bad input: nothing lost, plainly said. */
import { expect, test } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { wireTo, type Wire } from '../support/proxy';
import { FULL_ONLY } from './support/forms';
import { Citizen, Host } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const locale = 'zh-CN';

test.describe('interruptions', () => {
  let hub: RunningHub;
  let wire: Wire;
  let screens: Screens;
  let outside: Screens;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    wire = await wireTo(hub.port);
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'interruptions');
    outside = new Screens(browser, `http://127.0.0.1:${wire.port}`, 'interruptions');
  });
  test.afterEach(async () => {
    await screens.close();
    await outside.close();
    await wire.close();
    await hub.stop();
  });

  test('the admin link of the first start makes the forum', FULL_ONLY, async () => {
    const link = /https?:\/\/\S+\/console\/enter\/\S+/.exec(hub.printed())?.[0];
    if (!link) throw new Error(`no admin link in:\n${hub.printed()}`);
    const display = await screens.open('/display', 'display', { locale });
    await screens.picture(display, 'display-without-forum');
    const phone = await screens.open('/', 'phone', { locale });
    await expect(phone.getByText(m.audience_not_yet_title({}, { locale }))).toBeVisible();
    const admin = await screens.open(new URL(link).pathname, 'tablet', { locale });
    await screens.picture(admin, 'admin-link');
    await admin.getByRole('button').first().click();
    await admin.getByRole('button', { name: m.console_make_forum({}, { locale }) }).click();
    await expect(admin.locator('#setup-forum')).toBeVisible();
    await expect(display.locator('[data-scene="standby"]')).toBeVisible({ timeout: 15_000 });
    await screens.picture(admin, 'admin-with-forum');
    screens.expectNoFaults();
  });

  test('the host PIN signs in, a wrong one is told so', async () => {
    await hub.seed(locale);
    const pin = /(?<!\d)(\d{4})\s?(\d{4})(?!\d)/.exec(hub.printed());
    if (!pin) throw new Error(`no PIN in:\n${hub.printed()}`);
    const page = await screens.open('/console', 'tablet', { locale });
    await screens.picture(page, 'sign-in');
    const field = page.getByRole('textbox');
    await field.fill('00000000');
    await field.press('Enter');
    await expect(page.getByRole('alert')).toContainText(/\S/);
    await field.fill(`${pin[1] ?? ''}${pin[2] ?? ''}`);
    await field.press('Enter');
    await expect(new Host(page).primary).toBeVisible();
  });

  test('a question written without network is kept and arrives once', async () => {
    await hub.seed(locale);
    const phone = await outside.open('/', 'phone', { locale });
    const host = await screens.open(await hub.signInPath('host'), 'tablet', { locale });
    await phone.getByRole('button', { name: m.audience_ask({}, { locale }) }).click();
    await phone.locator('#ask-text').fill('公交末班车能不能再晚一点？');
    await phone.reload();
    await phone.goto('/#ask');
    await expect(phone.locator('#ask-text')).toHaveValue('公交末班车能不能再晚一点？');
    wire.cut();
    const send = phone.getByRole('button', { name: m.audience_ask_send({}, { locale }) });
    await send.click();
    await expect(phone.getByText(m.audience_ask_stored({}, { locale }))).toBeVisible({
      timeout: 15_000,
    });
    await outside.picture(phone, 'phone-offline');
    wire.mend();
    await expect(phone.locator('.figure')).toHaveText(/-/, { timeout: 6_000 });
    await phone.reload();
    await phone.goto('/#mine');
    await expect(phone.getByText('公交末班车能不能再晚一点？')).toHaveCount(1);
    await expect(host.getByText('2', { exact: true })).toHaveCount(0);
  });

  test('the hub is killed: screens come back by themselves, clocks right', async () => {
    await hub.seed(locale);
    const display = await screens.open('/display', 'display', { locale });
    const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', { locale }));
    const phone = new Citizen(await screens.open('/', 'phone', { locale }), locale);
    const code = await phone.ask('路灯坏了快一个月，什么时候修？', '');
    await host.go('startItem');
    await host.go('startItem');
    await host.go('startTalk');
    await expect(display.locator('[data-scene] [role="timer"]')).toBeVisible();
    hub.kill();
    await expect(display.locator('[data-testid="out-of-touch"]')).toBeVisible();
    await hub.ready();
    await expect(display.locator('[data-testid="out-of-touch"]')).toBeHidden({ timeout: 5_000 });
    await host.go('startTalk');
    await phone.place('mine');
    await expect(phone.page.getByText(code)).toBeVisible();
  });

  test('two hosts press next at once: one turn, and the later is told', async () => {
    await hub.seed(locale);
    const one = new Host(await screens.open(await hub.signInPath('host'), 'tablet', { locale }));
    const two = new Host(await outside.open(await hub.signInPath('host'), 'tablet', { locale }));
    for (const { primary } of [one, two]) {
      await expect(primary).toHaveAttribute('data-action', 'startItem');
    }
    // The second cannot have seen the first: its wire is still while both press.
    const current = ({ page }: Host) => page.locator('[aria-current="step"]');
    wire.stall();
    await one.primary.click();
    await expect(current(one)).toContainText(m.stage_opening({}, { locale }));
    await two.primary.click();
    wire.flow();
    for (const host of [one, two]) {
      await expect(current(host)).toContainText(m.stage_opening({}, { locale }));
    }
    wire.stall();
    await one.go('startItem');
    await expect(current(one)).toContainText(m.stage_policy_talk({}, { locale }));
    await two.page.locator('aside li button').nth(4).click();
    wire.flow();
    await expect(two.page.getByRole('alert')).toContainText(m.refusal_agenda_moved({}, { locale }));
    for (const host of [one, two]) {
      await expect(current(host)).toContainText(m.stage_policy_talk({}, { locale }));
    }
    screens.expectNoFaults();
  });

  test('bad input is told beside the field and kept', async () => {
    await hub.seed(locale);
    const phone = await screens.open('/#ask', 'phone', { locale });
    const field = phone.locator('#ask-text');
    const send = phone.getByRole('button', { name: m.audience_ask_send({}, { locale }) });
    await send.click();
    await expect(phone.locator('#ask-problem')).toContainText(/\S/);
    await field.fill('😀'.repeat(10_000));
    await expect(phone.locator('#ask-problem')).toContainText(/\S/);
    await send.click();
    await expect(field).toHaveValue(/😀/);
    await field.fill('<img src=x onerror=alert(1)>这条路什么时候修？');
    await send.click();
    await expect(phone.locator('.figure')).toHaveText(/-/);
    await phone.goto('/#mine');
    await expect(phone.getByText('<img src=x onerror=alert(1)>这条路什么时候修？')).toBeVisible();
    screens.expectNoFaults();
  });
});
