/** The checklist in the set-up: counted, ticked, put in order by keys, taken to paper. */
import { expect, test } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

/** As a field for a moment holds it: ten in the morning in China, so many days from now. */
const inDays = (days: number): string =>
  `${new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10)}T10:00`;

for (const locale of languages('en'))
  test.describe(`checklist in ${locale}`, () => {
    let hub: RunningHub;
    let screens: Screens;

    test.beforeEach(async ({ browser }) => {
      hub = await startHub();
      await hub.seed(locale);
      screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, `checklist-${locale}`);
    });
    test.afterEach(async () => {
      if (test.info().errors.length > 0) await screens.pictures('failed');
      await screens.close();
      await hub.stop();
    });

    test('what is to be done before the day', async () => {
      const say = { locale };
      const admin = await screens.open(await hub.signInPath('admin'), 'tablet', say);
      await admin.goto('/console#setup');
      const count = admin.getByTestId('tasks-count');
      const startsAt = admin.locator('#setup-forum input[type="datetime-local"]');
      await startsAt.fill(inDays(20));
      await startsAt.blur();
      // Those of 60, 55, 40, 30, 30, 21 and 21 days before are late by then.
      await expect(count).toContainText(m.task_count_overdue({ count: 7 }, say));
      const list = admin.locator('#setup-checklist');
      const tasks = list.locator('[data-task]');
      await expect(tasks).toHaveCount(20);

      const plan = list.locator('[data-task="plan"]');
      await plan.getByRole('checkbox').click();
      await expect(plan.getByRole('checkbox')).toBeChecked();
      await expect(count).toContainText(m.task_count({ total: 20, done: 1 }, say));
      await expect(count).toContainText(m.task_count_overdue({ count: 6 }, say));
      await list.scrollIntoViewIfNeeded();
      await screens.picture(admin, 'list');
      await expectAccessible(admin);

      // In order by keys alone; the button keeps the focus.
      const title = await plan.getByRole('textbox').first().inputValue();
      const down = plan.getByRole('button', { name: m.setup_move_down({ name: title }, say) });
      await down.focus();
      await admin.keyboard.press('Enter');
      await expect(tasks.nth(1)).toHaveAttribute('data-task', 'plan');
      await expect(down).toBeFocused();

      const add = list.getByRole('form', { name: m.task_add({}, say) });
      await add
        .getByRole('textbox')
        .nth(0)
        .fill(locale === 'en' ? 'Order tea' : '订茶水');
      await add
        .getByRole('textbox')
        .nth(1)
        .fill(locale === 'en' ? 'Lin Jing' : '林静');
      await add.getByRole('textbox').nth(2).fill('2.5');
      await add.getByRole('button').click();
      await expect(add.getByRole('alert')).toContainText(m.task_not_days({}, say));
      await add.getByRole('textbox').nth(2).fill('2');
      await add.getByRole('button').click();
      await expect(tasks).toHaveCount(21);
      await add.scrollIntoViewIfNeeded();
      await screens.picture(admin, 'added');

      await plan.getByRole('checkbox').click();
      await expect(plan.getByRole('checkbox')).not.toBeChecked();
      await admin.locator('[data-progress="ready"]', { hasText: m.console_undo({}, say) }).click();
      await expect(plan.getByRole('checkbox')).toBeChecked();

      const coming = admin.waitForEvent('popup');
      const name = locale === 'en' ? m.task_print_english({}, say) : m.task_print_chinese({}, say);
      await list.getByRole('link', { name }).click();
      const sheet = await coming;
      await expect(sheet.locator('tbody')).toHaveCount(21);
      await sheet.emulateMedia({ media: 'print' });
      await sheet.setViewportSize({ width: 680, height: 1000 });
      await screens.picture(sheet, 'paper');
      await expectAccessible(sheet);
      await sheet.close();

      await admin.setViewportSize({ width: 360, height: 740 });
      await list.scrollIntoViewIfNeeded();
      await screens.picture(admin, 'phone');
      screens.expectNoFaults();
    });
  });
