/** The tracking code as a picture for the photo album: what is downloaded can be read. */
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { Citizen, type Locale } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const ASKED = {
  'zh-CN': '河口镇晚上九点以后没有公交，能不能加一班？我在镇上的厂里上夜班，下班走回家要一个小时。',
  en: 'There is no bus to Hekou after nine in the evening. Could one more run for those on the late shift?',
} as const;

/** Shares of the picture that are neither paper nor line, in each of its tenths from the top. */
const inkIn = (page: Page): Promise<number[]> =>
  page.locator('figure img').evaluate((image: HTMLImageElement) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const pen = canvas.getContext('2d');
    if (!pen) return [];
    pen.drawImage(image, 0, 0);
    return Array.from({ length: 10 }, (_, tenth) => {
      const height = canvas.height / 10;
      const { data } = pen.getImageData(0, tenth * height, canvas.width, height);
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 140) dark += 1;
      return dark / (data.length / 4);
    });
  });

test.describe('the picture of a tracking code', () => {
  let hub: RunningHub;
  let screens: Screens;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'tracking');
  });
  test.afterEach(async () => {
    await screens.close();
    await hub.stop();
  });

  for (const locale of languages('zh-CN'))
    test(`is saved on a phone, and its code finds the question on another, ${locale}`, async () => {
      await hub.seed(locale);
      const said = { locale } as const;
      const citizen = new Citizen(await screens.open('/', 'phone', { locale }), locale);
      const code = await citizen.ask(ASKED[locale], '');
      const { page } = citizen;
      await page.getByRole('button', { name: m.audience_ask_picture({}, said) }).click();
      const image = page.locator('figure img');
      await expect(image).toHaveAttribute('alt', m.audience_ask_picture_alt({ code }, said));
      await screens.picture(page, `phone-picture-${locale}`);
      await expectAccessible(page);

      const downloading = page.waitForEvent('download');
      await page.getByRole('link', { name: m.audience_ask_download({}, said) }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe(`${code}.png`);
      const png = await readFile(await download.path());
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([720, 800]);
      // Title, code, words and address are there, and none of it is drawn over something else.
      const ink = await inkIn(page);
      for (const [tenth, least, most] of [
        [1, 0.01, 0.3],
        [3, 0.03, 0.5],
        [5, 0.01, 0.3],
        [9, 0.002, 0.3],
      ] as const) {
        expect(ink[tenth], `tenth ${tenth} of ${String(ink)}`).toBeGreaterThan(least);
        expect(ink[tenth], `tenth ${tenth} of ${String(ink)}`).toBeLessThan(most);
      }

      const other = new Citizen(await screens.open('/', 'phone', { locale }), locale);
      await other.place('mine');
      await other.page.locator('#look-code').fill(code);
      await other.page.getByRole('button', { name: m.audience_look_button({}, said) }).click();
      await expect(other.page.locator('article').getByText(code)).toBeVisible();
      await screens.picture(other.page, `phone-looked-up-${locale}`);

      await scanned(other.page, code, locale);
      await goBack(page, locale);
      screens.expectNoFaults();
    });

  /** The address of a receipt asks once, and leaves the field to whoever has another code. */
  async function scanned(phone: Page, code: string, locale: Locale): Promise<void> {
    let asked = 0;
    phone.on('request', (request) => (asked += request.url().includes('/track/') ? 1 : 0));
    await phone.goto(`/?code=${code}#mine`);
    const field = phone.locator('#look-code');
    await expect(phone.locator('article').getByText(code)).toBeVisible();
    await expect(field).toHaveValue(code);
    expect(asked).toBe(1);
    await field.clear();
    await field.pressSequentially('xy');
    await expect(field).toHaveValue('xy');
    await expect(phone.locator('article').getByText(code)).toBeVisible();
    await field.press('Enter');
    await expect(phone.getByText(m.audience_look_wrong({}, { locale }))).toBeVisible();
    expect(asked).toBe(1);
  }

  /** From one's own questions to what was there before the question was asked. */
  async function goBack(phone: Page, locale: Locale): Promise<void> {
    await phone.getByRole('button', { name: m.audience_ask_to_mine({}, { locale }) }).click();
    await expect(phone.getByRole('dialog')).toBeHidden();
    const day = new Intl.DateTimeFormat(locale, {
      ...{ month: 'long', day: 'numeric', timeZone: 'Asia/Shanghai' },
    });
    await expect(phone.locator('article time').first()).toContainText(day.format(Date.now()));
    await phone.goBack();
    await expect(phone.locator('#look-code')).toBeHidden();
    await expect(phone.getByRole('dialog')).toBeHidden();
  }
});
