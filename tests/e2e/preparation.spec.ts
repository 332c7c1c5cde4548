/** The days before: a forum as a file, the order of the day on paper, the agenda as a table. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import readTable from 'read-excel-file/universal';
import writeTable from 'write-excel-file/node';
import { FULL_ONLY, languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

type Cell = string | number | null;

/** The table as another program saves it again, its first sheet edited. */
async function editedTable(
  table: Uint8Array<ArrayBuffer>,
  edit: (agenda: Cell[][]) => void,
): Promise<Buffer> {
  const sheets = await readTable(new Blob([table]));
  const rows = sheets.map(({ data }) =>
    data.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : cell && String(cell)))),
  );
  if (rows[0]) edit(rows[0] as Cell[][]);
  return writeTable(
    sheets.map(({ sheet }, index) => ({ sheet, data: (rows[index] ?? []) as Cell[][] })),
  ).toBuffer();
}

for (const locale of languages('en')) {
  test.describe(`preparation in ${locale}`, () => {
    let hub: RunningHub;
    let screens: Screens;

    test.beforeEach(async ({ browser }) => {
      hub = await startHub();
      await hub.seed(locale);
      screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, `preparation-${locale}`);
    });
    test.afterEach(async () => {
      if (test.info().errors.length > 0) await screens.pictures('failed');
      await screens.close();
      await hub.stop();
    });

    const setUp = async (): Promise<Page> => {
      const admin = await screens.open(await hub.signInPath('admin'), 'tablet', { locale });
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

    test(
      'the agenda is edited as a table, and nothing changes before it is looked at',
      FULL_ONLY,
      async () => {
        const admin = await setUp();
        const { path, called } = await download(admin, m.sheet_download({}, { locale }));
        expect(called).toMatch(/\.xlsx$/);
        const edited = async (name: string, edit: (agenda: Cell[][]) => void): Promise<string> => {
          const file = test.info().outputPath(`${name}.xlsx`);
          writeFileSync(file, await editedTable(readFileSync(path), edit));
          return file;
        };
        const button = m.sheet_choose({}, { locale });
        const reading = admin.locator('#setup-agenda .reading');
        const titles = admin.locator('#setup-agenda [id$=".title"]');
        const apply = admin.getByRole('button', { name: m.sheet_apply({}, { locale }) });

        const bad = await edited('bad', (agenda) => {
          agenda[6]?.splice(2, 1, locale === 'en' ? 'ten' : '十分钟');
          agenda[3]?.splice(0, 1, '?');
        });
        await choose(admin, button, bad);
        for (const [cell, problem] of [
          ['A4', m.sheet_problem_no_stage({}, { locale })],
          ['C7', m.sheet_problem_not_minutes({}, { locale })],
        ] as const)
          await expect(reading).toContainText(
            m.sheet_problem_line({ place: cell, problem }, { locale }),
          );
        await expect(apply).toHaveCount(0);
        await reading.scrollIntoViewIfNeeded();
        await screens.picture(admin, 'sheet-bad');
        await expectAccessible(admin);

        const tea = locale === 'en' ? 'Tea' : '茶歇';
        const good = await edited('good', (agenda) => {
          agenda[1]?.splice(2, 1, 12);
          const stage = m.stage_interaction({}, { locale });
          agenda.splice(4, 0, [stage, tea, 15, null, null, null, null]);
          agenda.splice(6, 1);
        });
        await choose(admin, button, good);
        for (const kind of [m.sheet_added, m.sheet_changed, m.sheet_removed])
          await expect(
            reading.locator('li').filter({ hasText: kind({}, { locale }) }),
          ).not.toHaveCount(0);
        await expect(titles).toHaveCount(7);
        await expect(titles.nth(3)).not.toHaveValue(tea);
        await reading.scrollIntoViewIfNeeded();
        await screens.picture(admin, 'sheet-preview');
        await expectAccessible(admin);
        await apply.click();
        await expect(titles.nth(3)).toHaveValue(tea);
        await expect(reading).toHaveCount(0);
        await screens.picture(admin, 'sheet-applied');

        await admin.getByRole('button', { name: m.console_undo({}, { locale }) }).click();
        await expect(titles.nth(3)).not.toHaveValue(tea);

        const notes = test.info().outputPath('notes.xlsx');
        writeFileSync(notes, 'stage;title');
        await choose(admin, button, notes);
        await expect(reading).toContainText(m.sheet_problem_not_a_table({}, { locale }));
        screens.expectNoFaults();
      },
    );

    test('what another organiser wrote is taken in place of own words', FULL_ONLY, async () => {
      const [mine, theirs] = [await setUp(), await setUp()];
      const rules = (page: Page) => page.locator('#setup-texts [id$=".rules"]');
      const take = mine.getByRole('button', { name: m.setup_take_theirs({}, { locale }) });
      const ways = [
        ['By a press.', () => take.click()],
        ['By keys.', () => mine.keyboard.press('Tab').then(() => mine.keyboard.press('Enter'))],
      ] as const;
      for (const [words, press] of ways) {
        await rules(mine).fill(`Mine. ${words}`);
        await rules(theirs).fill(words);
        await rules(theirs).blur();
        await expect(take).toBeVisible();
        await screens.picture(mine, 'theirs');
        await press();
        await expect(rules(mine)).toHaveValue(words);
        await expect(take).toHaveCount(0);
        await theirs.reload();
        await expect(rules(theirs)).toHaveValue(words);
        await expect(rules(mine)).toHaveValue(words);
      }
      screens.expectNoFaults();
    });

    test('the order of the day is one sheet of paper in either language', FULL_ONLY, async () => {
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
