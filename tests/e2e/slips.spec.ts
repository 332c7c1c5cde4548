/** The paper box: sheets that print right, a desk worked by keys alone and cut off again and again, all accounted for. */
import { expect, test, type Page } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import Database from 'better-sqlite3';
import jsQR from 'jsqr';
import path from 'node:path';
import { PNG } from 'pngjs';
import { wireTo, type Wire } from '../support/proxy';
import { FULL_ONLY } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const locale = 'zh-CN';
const SLIPS = 60;
const CUTS = 20;
/** Pixels for each point of the sheet: at one, the small codes are too coarse to be read. */
const FINE = 2;
const serial = (number: number): string => `A-${String(number).padStart(4, '0')}`;
const words = (number: number): string => `第 ${number} 张纸条：路灯坏了，什么时候修`;

test.describe('the paper box', () => {
  let hub: RunningHub;
  let wire: Wire;
  let screens: Screens;
  let forum: string;
  let host: Page;

  test.beforeAll(async ({ browser }) => {
    hub = await startHub();
    forum = /f[0-9a-z]+/.exec(await hub.seed(locale))?.[0] ?? '';
    wire = await wireTo(hub.port);
    screens = new Screens(browser, `http://127.0.0.1:${wire.port}`, 'slips');
    host = await screens.open(await hub.signInPath('host'), 'tablet', { locale });
    await host.goto('/console#slips');
    await host.getByTestId('slips-box').click();
    await screens.picture(host, 'box-empty');
    await host.locator('#print-count').fill(String(SLIPS));
    await host.getByTestId('print-slips').click();
    await expect(host.getByText('A-0001–A-0060')).toBeVisible();
  });
  test.afterAll(async () => {
    await screens?.close();
    await wire?.close();
    await hub?.stop();
  });

  test('prints every slip once, with codes that lead to the right places', async ({ browser }) => {
    test.setTimeout(240_000);
    const sheet = host.getByRole('link', { name: m.slips_sheets_chinese({}, { locale }) });
    const url = (await sheet.getAttribute('href')) ?? '';
    const printed = await browser.newContext({
      storageState: await host.context().storageState(),
      deviceScaleFactor: FINE,
    });
    const page = await printed.newPage();
    await page.goto(new URL(url, host.url()).href);
    await screens.picture(page, 'sheet-on-screen');
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(SLIPS / 4);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.slip')).toHaveCount(SLIPS);
    const codes: string[] = [];
    const read = await codesOn(page);
    expect(read).toHaveLength(SLIPS);
    for (let number = 1; number <= SLIPS; number += 1) {
      const slip = page.locator('.slip').nth(number - 1);
      await expect(slip.locator('b.serial')).toHaveText(serial(number));
      const code = (await slip.locator('dd.code').textContent()) ?? '';
      codes.push(code);
      const [entry = '', tracking] = read[number - 1] ?? [];
      const { host: address } = new URL(entry);
      expect(entry).toBe(`http://${address}/console?forum=${forum}#slips/${serial(number)}`);
      expect(tracking).toBe(`http://${address}/?forum=${forum}&code=${code}#mine`);
    }
    expect(new Set(codes).size).toBe(SLIPS);
    await page
      .locator('.sheet')
      .first()
      .screenshot({ path: 'tests/output/pictures/slips/sheet.png' });
    await page.goto(`${page.url()}&locale=en`.replace('&locale=zh-CN', ''));
    await page.emulateMedia({ media: 'print' });
    await page
      .locator('.sheet')
      .first()
      .screenshot({ path: 'tests/output/pictures/slips/sheet-en.png' });
    await printed.close();
  });

  test('a desk cut off 20 times during 60 slips: each arrives once, by one key a slip', async () => {
    test.setTimeout(240_000);
    await prepareBox(host);
    const desk = await screens.open(await hub.signInPath('volunteer'), 'desk', { locale });
    await desk.goto('/console#slips');
    await desk.locator('#slip-origin').selectOption({ index: 1 });
    await desk.locator('#slip-serial').fill('a1');
    await desk.locator('#slip-serial').press('Enter');
    await expect(desk.locator('#slip-text')).toBeFocused();
    await expect(desk.locator('#slip-serial')).toHaveValue(serial(1));
    await screens.picture(desk, 'entry');
    await expectAccessible(desk);
    await countKeys(desk);
    for (let number = 1; number <= SLIPS; number += 1) {
      const turn = number % (SLIPS / CUTS);
      if (turn === 1) wire.cut();
      await desk.keyboard.insertText(words(number));
      await desk.keyboard.press('Enter');
      await expect(desk.locator('#slip-text')).toHaveValue('');
      if (number === 29) await screens.picture(desk, 'cut-off');
      if (turn === 2) wire.mend();
      if (number === 30) {
        await desk.reload();
        await desk.locator('#slip-text').focus();
        await countKeys(desk);
      }
    }
    expect(await keysPressed(desk), 'keystrokes for 30 slips').toBe(30);
    await expect(desk.getByTestId('slips-on-device')).toBeHidden({ timeout: 30_000 });
    await host.getByTestId('slips-sums').click();
    await expect(host.getByTestId('slips-open')).toHaveText(m.slips_sums_even({}, { locale }));
    await screens.picture(host, 'even');
    await expectAccessible(host);
    expect(slipQuestions(hub.data)).toEqual(
      Array.from({ length: SLIPS }, (_, index) => [serial(index + 1), words(index + 1)]),
    );
    screens.expectNoFaults();
  });

  test(
    'finds a slip, a second person checks, the wrong ones are put right, all by keys',
    FULL_ONLY,
    async () => {
      await host.getByTestId('slips-box').click();
      await host.locator('#print-count').fill('6');
      await host.getByTestId('print-slips').click();
      await host.getByRole('button', { name: m.slips_check_all({}, { locale }) }).click();
      const [first, second] = [
        await screens.open(await hub.signInPath('volunteer'), 'phone', { locale }),
        await screens.open(await hub.signInPath('volunteer'), 'desk', { locale }),
      ];
      // A phone's camera opens what stands in the QR code.
      await first.goto(`/console?forum=${forum}#slips/A-0061`);
      await expect(first.locator('#slip-serial')).toHaveValue('A-0061');
      await first.locator('#slip-text').fill('路登坏了');
      await screens.picture(first, 'entry-phone');
      await expectAccessible(first);
      await first.locator('#slip-text').press('Enter');
      await expect(first.locator('#slip-serial')).toHaveValue('A-0062');
      await first.keyboard.press('F8');
      await expect(first.locator('#slip-serial')).toHaveValue('A-0061');
      await first.keyboard.insertText('还有一问：公交几点收车');
      await first.keyboard.press('Enter');
      await expect(first.locator('#slip-serial')).toHaveValue('A-0062');
      await first.keyboard.press('F2');
      await expect(first.locator('#slip-serial')).toHaveValue('A-0063');
      await first.keyboard.press('F4');
      await screens.picture(first, 'void-phone');
      await first.keyboard.press('1');
      await expect(first.locator('#slip-serial')).toHaveValue('A-0064');
      // An input method takes its Enter for itself.
      await first.locator('#slip-text').evaluate((field) => {
        field.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: 'Enter',
            isComposing: true,
            bubbles: true,
            cancelable: true,
          }),
        );
      });
      // A scanner types the address of the slip into whatever has the focus, and Enter after it.
      await first.locator('#slip-text').fill(`http://hub:8080/console?forum=${forum}#slips/A-0066`);
      await first.locator('#slip-text').press('Enter');
      await expect(first.locator('#slip-serial')).toHaveValue('A-0066');
      await expect(first.locator('#slip-text')).toHaveValue('');

      // From what was dealt with a slip is looked up once; what is typed after that waits.
      await first.getByRole('listitem').filter({ hasText: 'A-0063' }).getByRole('button').click();
      await expect(first.getByTestId('slip-story')).toContainText('A-0063');
      await first.locator('#find-serial').fill('a61');
      await expect(first.locator('#find-serial')).toHaveValue('a61');
      await first.getByTestId('slips-entry').click();

      await second.goto('/console#slips');
      await second.getByTestId('slips-check').click();
      const card = second.getByTestId('slip-check').filter({ hasText: 'A-0061' });
      for (let skipped = 0; skipped < 20 && (await card.count()) === 0; skipped += 1)
        await second.keyboard.press('j');
      await expect(card).toContainText('路登坏了');
      await screens.picture(second, 'check');
      await expectAccessible(second);
      await second.keyboard.press('e');
      await second
        .getByLabel(m.slips_correct_words({ serial: 'A-0061' }, { locale }))
        .fill('路灯坏了');
      await second.keyboard.press('Enter');
      await second.getByTestId('slips-find').click();
      await second.locator('#find-serial').fill('a61');
      await second.locator('#find-serial').press('Enter');
      const story = second.getByTestId('slip-story');
      await expect(story).toContainText('路灯坏了');
      await expect(story).toContainText('公交几点收车');
      await screens.picture(second, 'story');
      await expectAccessible(second);
      const stub = await story.getByRole('link').first().getAttribute('href');
      expect((await second.request.get(stub ?? '')).status()).toBe(200);

      await host.getByTestId('slips-sums').click();
      await screens.picture(host, 'open');
      await expectAccessible(host);
      await host.goto('/console#closing');
      await expect(host.getByTestId('close-forum')).toBeDisabled();
      await screens.picture(host, 'closing-blocked');
      await host.goto('/console#slips');
      await host.getByTestId('slips-sums').click();
      await host.getByTestId('difference-why').fill('一张认不清，本人已离场');
      await host.getByTestId('name-difference').click();
      await expect(host.getByText(m.slips_named({}, { locale }))).toBeVisible();
      await host.goto('/console#closing');
      await expect(host.getByTestId('close-forum')).toBeEnabled();
      screens.expectNoFaults();
    },
  );

  test('what is turned away late waits for whoever comes back', FULL_ONLY, async () => {
    const desk = await screens.open(await hub.signInPath('volunteer'), 'desk', { locale });
    await desk.goto('/console#slips');
    await expect(desk.locator('#slip-serial')).toBeVisible();
    wire.cut();
    await expect(desk.getByText(m.console_log_offline({}, { locale }))).toBeVisible();
    await desk.locator('#slip-serial').fill('z9');
    await desk.locator('#slip-text').fill('没有这张纸条');
    await desk.locator('#slip-text').press('Enter');
    await expect(desk.locator('#slip-text')).toHaveValue('');
    await desk.goto('/console#logging');
    await desk.getByRole('button', { name: m.language_other({}, { locale }) }).click();
    await expect(desk.locator('#log-text')).toBeVisible();
    wire.mend();
    const slips = desk.getByRole('link', { name: m.slips_workspace({}, { locale: 'en' }) });
    await expect(slips).toContainText('1', { timeout: 30_000 });
    await screens.picture(desk, 'turned-away');
    await slips.click();
    const returned = desk.getByRole('alert').filter({ hasText: 'Z-0009' });
    await expect(returned).toBeVisible();
    await returned.getByRole('button').click();
    await expect(desk.locator('#slip-text')).toHaveValue('没有这张纸条');
    await expect(slips).not.toContainText('1');
    screens.expectNoFaults();
  });
});

/** Hands out all slips, seals a box, opens it and counts what is in it. */
async function prepareBox(host: Page): Promise<void> {
  await host.getByTestId('issue-slips').click();
  await host.locator('#seal-number').fill('0417');
  await host.getByTestId('seal-box').click();
  await host.getByRole('button', { name: m.slips_open_box({}, { locale }) }).click();
  await host.getByTestId('opened-by').fill('王芳、李明');
  await host.getByTestId('counted-A').fill(String(SLIPS));
  await host.getByTestId('save-count').click();
  await expect(host.getByText('王芳、李明')).toBeVisible();
}

interface Counting {
  wzKeys: number;
}
const countKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const counting = globalThis as unknown as Counting;
    counting.wzKeys = 0;
    addEventListener('keydown', () => (counting.wzKeys += 1), { capture: true });
  });
const keysPressed = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as Counting).wzKeys);

/** What the two codes of each slip say, in order, as the sheets look. */
async function codesOn(page: Page): Promise<(readonly (string | undefined)[])[]> {
  const slips: (readonly (string | undefined)[])[] = [];
  for (const sheet of await page.locator('.sheet').all()) {
    const picture = PNG.sync.read(await sheet.screenshot());
    const places = await sheet.evaluate((element) => {
      const { left, top } = element.getBoundingClientRect();
      return [...element.querySelectorAll('.slip')].map((slip) =>
        [...slip.querySelectorAll('svg')].map((code) => {
          const box = code.getBoundingClientRect();
          return { x: box.left - left, y: box.top - top, width: box.width, height: box.height };
        }),
      );
    });
    slips.push(...places.map((codes) => codes.map((place) => readAt(picture, place))));
  }
  return slips;
}

/** What a camera reads off a QR code. */
function readAt(
  picture: PNG,
  place: { x: number; y: number; width: number; height: number },
): string | undefined {
  const [x, y, width, height] = [place.x, place.y, place.width, place.height].map((length) =>
    Math.floor(length * FINE),
  ) as [number, number, number, number];
  const code = new PNG({ width, height });
  PNG.bitblt(picture, code, x, y, width, height);
  return jsQR(new Uint8ClampedArray(code.data), width, height)?.data;
}

/** Pages of a PDF, by its own count. */
const pagesIn = (pdf: Buffer): number =>
  Math.max(
    ...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)),
  );

/** Serial numbers and words of all questions off slips, as the journal and its vault have them. */
function slipQuestions(data: string): [string, string][] {
  const db = new Database(path.join(data, 'wenzheng.sqlite'), { readonly: true });
  const texts = new Map(
    db
      .prepare<[], { id: string; text: string }>('SELECT id, text FROM words')
      .all()
      .map(({ id, text }) => [id, text]),
  );
  const entries = db.prepare<[], { bytes: string }>('SELECT bytes FROM entries ORDER BY seq').all();
  db.close();
  return entries
    .map(({ bytes }) => JSON.parse(bytes))
    .filter(({ type, data: asked }) => type === 'questionAsked' && asked.source === 'paper')
    .map(({ data: asked }): [string, string] => [asked.serial, texts.get(asked.text.id) ?? ''])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
