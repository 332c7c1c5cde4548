/** The days before: a forum as a file, the order of the day on paper. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { expectAccessible } from './support/accessibility';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

for (const locale of ['zh-CN', 'en'] as const) {
  test.describe(`preparation in ${locale}`, () => {
    let hub: RunningHub;
    let screens: Screens;

    test.beforeEach(async ({ browser }) => {
      hub = await startHub();
      hub.seed(locale);
      screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, `preparation-${locale}`);
    });
    test.afterEach(async () => {
      if (test.info().errors.length > 0) await screens.pictures('failed');
      await screens.close();
      await hub.stop();
    });

    const setUp = async (): Promise<Page> => {
      const admin = await screens.open(hub.signInPath('admin'), 'tablet', { locale });
      await admin.goto('/console#setup');
      await expect(admin.locator('#setup-forum')).toBeVisible();
      return admin;
    };
    /** Presses the link `name` and answers the file that comes. */
    async function download(admin: Page, name: string): Promise<{ path: string; called: string }> {
      const coming = admin.waitForEvent('download');
      await admin.getByRole('link', { name }).click();
      const file = await coming;
      const path = test.info().outputPath(file.suggestedFilename());
      await file.saveAs(path);
      return { path, called: file.suggestedFilename() };
    }
    async function choose(admin: Page, button: string, path: string): Promise<void> {
      const chooser = admin.waitForEvent('filechooser');
      await admin.getByRole('button', { name: button }).click();
      await (await chooser).setFiles(path);
    }

    test('a forum is kept as a file and made from it again', async () => {
      const admin = await setUp();
      const rules = admin.locator('#setup-texts [id$=".rules"]');
      await rules.fill(locale === 'en' ? 'Phones on silent.' : '请把手机调成静音。');
      await rules.blur();
      await expect(admin.getByText(m.setup_saved({}, { locale })).first()).toBeVisible();
      const { path, called } = await download(admin, m.file_download({}, { locale }));
      expect(called).toBe(locale === 'en' ? 'Culture Square session.json' : '文化广场专场.json');
      const text = readFileSync(path, 'utf8');
      expect(JSON.parse(text)).toMatchObject({ format: 'wenzheng-forum', version: 1 });

      const open = m.file_open({}, { locale });
      const bad = test.info().outputPath('bad.json');
      const problem = admin.locator('#setup-forums [role="alert"]');
      for (const [name, words, said] of [
        ['not-json', 'day;items', m.file_not_json({ name: 'bad.json' }, { locale })],
        ['newer', text.replace('"version": 1', '"version": 9'), ''],
        ['long', text.replace(/"plannedDuration": \d+/, '"plannedDuration": 5'), ''],
      ] as const) {
        writeFileSync(bad, words);
        await choose(admin, open, bad);
        await expect(problem).toContainText(said === '' ? 'bad.json' : said);
        if (name === 'long')
          await expect(problem).toContainText(m.refusal_out_of_range({}, { locale }));
        await problem.scrollIntoViewIfNeeded();
        await screens.picture(admin, `file-${name}`);
      }
      await expectAccessible(admin);
      await expect(admin.locator('#setup-forums li')).toHaveCount(1);

      await choose(admin, open, path);
      await expect(admin.locator('#setup-forums li')).toHaveCount(2);
      await expect(admin.locator('#setup-texts [id$=".rules"]')).toHaveValue(
        locale === 'en' ? 'Phones on silent.' : '请把手机调成静音。',
      );
      const again = await download(admin, m.file_download({}, { locale }));
      expect(readFileSync(again.path, 'utf8')).toBe(text);
      screens.expectNoFaults();
    });

    test('the order of the day is one sheet of paper in either language', async () => {
      const admin = await setUp();
      for (const [lang, name] of [
        ['zh-CN', m.order_print_chinese({}, { locale })],
        ['en', m.order_print_english({}, { locale })],
      ] as const) {
        const coming = admin.waitForEvent('popup');
        const link = admin.getByRole('link', { name });
        await link.scrollIntoViewIfNeeded();
        await screens.picture(admin, 'paper-links');
        await link.click();
        const sheet = await coming;
        await expect(sheet.locator('tbody')).toHaveCount(7);
        await expect(sheet.locator('li')).toHaveCount(6);
        await sheet.emulateMedia({ media: 'print' });
        const pdf = (await sheet.pdf({ preferCSSPageSize: true })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
        expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
        await sheet.setViewportSize({ width: 680, height: 1000 });
        await screens.picture(sheet, `order-${lang}`);
        await expectAccessible(sheet);
        await sheet.close();
      }
      screens.expectNoFaults();
    });
  });
}
