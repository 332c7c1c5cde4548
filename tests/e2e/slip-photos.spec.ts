/** Photos of slips: taken at the entry desk by one key, cut off, compared, read off, put right; never a hindrance. */
import { expect, test, type Page } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { wireTo, type Wire } from '../support/proxy';
import { FULL_ONLY } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const locale = 'zh-CN';
const WORDS = '东街路灯坏了两个月，什么时候修';

test.describe('photos of slips', () => {
  let hub: RunningHub;
  let wire: Wire;
  let screens: Screens;
  let host: Page;
  let desk: Page;
  let other: Page;
  let photo: { name: string; mimeType: string; buffer: Buffer };

  // One batch of slips, used up one after another.
  test.describe.configure({ mode: 'serial' });

  test.beforeAll(async ({ browser }) => {
    hub = await startHub();
    await hub.seed(locale);
    wire = await wireTo(hub.port);
    screens = new Screens(browser, `http://127.0.0.1:${wire.port}`, 'slip-photos');
    host = await screens.open(await hub.signInPath('host'), 'tablet', { locale });
    await host.goto('/console#slips');
    await host.getByTestId('slips-box').click();
    await host.locator('#print-count').fill('8');
    await host.getByTestId('print-slips').click();
    await expect(host.getByText('A-0001–A-0008')).toBeVisible();
    await host.getByRole('button', { name: m.slips_check_all({}, { locale }) }).click();
    desk = await screens.open(await hub.signInPath('volunteer'), 'tablet', { locale });
    other = await screens.open(await hub.signInPath('volunteer'), 'tablet', { locale });
    photo = { name: 'slip.jpg', mimeType: 'image/jpeg', buffer: await slipOnCamera(host) };
    for (const page of [desk, other]) await page.goto('/console#slips');
  });
  test.afterAll(async () => {
    await screens?.close();
    await wire?.close();
    await hub?.stop();
  });

  test('F9 opens the camera, the words go on, and who checks sees the photo beside them', async () => {
    // Asked for early: the browser needs a moment until it hands over what would open its own dialogue.
    const chooser = desk.waitForEvent('filechooser');
    await desk.locator('#slip-serial').fill('a1');
    await desk.locator('#slip-serial').press('Enter');
    await expect(desk.locator('#slip-text')).toBeFocused();
    await desk.keyboard.insertText(WORDS);
    await expect(desk.locator('#slip-text')).toHaveValue(WORDS);
    await desk.keyboard.press('F9');
    await (await chooser).setFiles(photo);
    await expect(desk.locator('#slip-text')).toBeFocused();
    await expect(desk.getByTestId('entry-photo').getByRole('img')).toBeVisible();
    await screens.picture(desk, 'entry');
    await expectAccessible(desk);
    await desk.keyboard.press('Enter');
    await expect(desk.locator('#slip-serial')).toHaveValue('A-0002');
    await expect(desk.locator('#slip-text')).toBeFocused();
    await expect(desk.getByTestId('entry-photo')).toBeHidden();
    // A slip without one is entered as before.
    await desk.keyboard.insertText('没有照片的一张');
    await desk.keyboard.press('Enter');
    await expect(desk.locator('#slip-serial')).toHaveValue('A-0003');

    await other.getByTestId('slips-check').click();
    const card = other.getByTestId('slip-check').filter({ hasText: 'A-0001' });
    await expect(card).toContainText(WORDS);
    await seesPhoto(card);
    await screens.picture(other, 'check');
    await expectAccessible(other);
    await other.keyboard.press('Enter');
    const next = other.getByTestId('slip-check').filter({ hasText: 'A-0002' });
    await expect(next).toBeVisible();
    await expect(next.getByTestId('slip-photo')).toBeHidden();
    await screens.picture(other, 'check-without');
    screens.expectNoFaults();
  });

  test(
    'an unreadable slip is marked with its photo, read by somebody else, and entered',
    FULL_ONLY,
    async () => {
      const phone = await screens.open(await hub.signInPath('volunteer'), 'phone', { locale });
      await phone.goto('/console#slips');
      await phone.locator('#slip-serial').fill('a3');
      await phone.locator('#slip-photo').setInputFiles(photo);
      await expect(phone.getByTestId('entry-photo').getByRole('img')).toBeVisible();
      await phone.getByTestId('entry-photo').scrollIntoViewIfNeeded();
      await screens.picture(phone, 'entry-phone');
      await expectAccessible(phone);
      await phone.getByRole('button', { name: m.slips_mark_illegible({}, { locale }) }).click();
      await expect(phone.locator('#slip-serial')).toHaveValue('A-0004');

      const row = other.getByRole('listitem').filter({ hasText: 'A-0003' });
      await seesPhoto(row);
      await screens.picture(other, 'illegible');
      await expectAccessible(other);
      await phone.getByTestId('slips-check').click();
      await seesPhoto(phone.getByTestId('slip-check').or(phone.getByRole('listitem')).last());
      await screens.picture(phone, 'check-phone');
      await row.getByRole('button', { name: m.slips_enter({}, { locale }) }).click();
      await expect(other.locator('#slip-serial')).toHaveValue('A-0003');
      await seesPhoto(other.locator('main'));
      await screens.picture(other, 'reading-off');
      await other.locator('#slip-text').fill(WORDS);
      await other.locator('#slip-text').press('Enter');
      await expect(other.locator('#slip-serial')).toHaveValue('A-0004');
      screens.expectNoFaults();
    },
  );

  test('a photo taken while cut off keeps nobody waiting and arrives once the hub is back', async () => {
    wire.cut();
    await expect(desk.getByText(m.console_log_offline({}, { locale }))).toBeVisible();
    await desk.locator('#slip-serial').fill('a5');
    await desk.locator('#slip-text').fill('断网时抄的一张');
    await desk.locator('#slip-photo').setInputFiles(photo);
    await desk.locator('#slip-text').press('Enter');
    await expect(desk.locator('#slip-serial')).toHaveValue('A-0006');
    await expect(desk.getByTestId('photo-waits')).toBeVisible();
    await screens.picture(desk, 'waits');
    await expectAccessible(desk);
    await desk.locator('#slip-text').fill('下一张照样录');
    await desk.locator('#slip-text').press('Enter');
    await expect(desk.locator('#slip-serial')).toHaveValue('A-0007');
    wire.mend();
    await expect(desk.getByTestId('slips-on-device')).toBeHidden({ timeout: 30_000 });
    await expect(desk.getByTestId('photo-waits')).toBeHidden({ timeout: 30_000 });
    await find(other, 'A-0005');
    await seesPhoto(other.getByTestId('slip-story'));
    await expect(other.getByTestId('slip-story')).toContainText('断网时抄的一张');
    screens.expectNoFaults();
  });

  test(
    'a photo that the network swallows is said, with the words safe, and tried again',
    FULL_ONLY,
    async () => {
      await desk.route('**/photo?*', (route) => route.abort('connectionreset'));
      await desk.locator('#slip-serial').fill('a8');
      await desk.locator('#slip-text').fill('照片送不出去的一张');
      await desk.locator('#slip-photo').setInputFiles(photo);
      await desk.locator('#slip-text').press('Enter');
      await expect(desk.locator('#slip-text')).toHaveValue('');
      const failed = desk.getByTestId('photo-failed');
      await expect(failed).toBeVisible({ timeout: 20_000 });
      await screens.picture(desk, 'failed');
      await expectAccessible(desk);
      await desk.unroute('**/photo?*');
      await failed.getByRole('button', { name: m.slips_photo_try_again({}, { locale }) }).click();
      await expect(failed).toBeHidden();
      await find(other, 'A-0008');
      await seesPhoto(other.getByTestId('slip-story'));
      await desk.locator('#slip-serial').fill('A-0007');
      screens.expectNoFaults();
    },
  );

  test(
    'what is no photo is said at once, a wrong one is taken off, pasted anew, and taken back',
    FULL_ONLY,
    async () => {
      const text = { name: 'slip.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a photo') };
      await desk.locator('#slip-photo').setInputFiles(text);
      await expect(desk.getByText(m.refusal_slips_not_a_photo({}, { locale }))).toBeVisible();
      await screens.picture(desk, 'no-photo');
      await desk.getByRole('button', { name: m.slips_photo_drop({}, { locale }) }).click();
      await desk.locator('#slip-text').focus();
      await pasteInto(desk, photo.buffer);
      await expect(desk.getByTestId('entry-photo').getByRole('img')).toBeVisible();
      await desk.locator('#slip-text').fill('贴上照片的一张');
      await desk.locator('#slip-text').press('Enter');
      await expect(desk.locator('#slip-serial')).toHaveValue('A-0008');

      await find(other, 'A-0007');
      const story = other.getByTestId('slip-story');
      await seesPhoto(story);
      await screens.picture(other, 'story');
      await expectAccessible(other);
      await other.getByRole('button', { name: m.slips_photo_drop({}, { locale }) }).click();
      await expect(story.getByTestId('slip-photo')).toBeHidden();
      await screens.picture(other, 'story-without');
      await other.getByTestId('undo').click();
      await find(other, 'A-0007');
      await seesPhoto(story);
      await other.locator('#find-photo').setInputFiles(photo);
      await expect(other.getByText(m.slips_did_put_photo({}, { locale }))).toBeVisible();
      const phone = await screens.open(await hub.signInPath('moderator'), 'phone', { locale });
      await phone.goto('/console#slips');
      await find(phone, 'A-0001');
      await seesPhoto(phone.getByTestId('slip-story'));
      await screens.picture(phone, 'story-phone');
      await expectAccessible(phone);
      screens.expectNoFaults();
    },
  );
});

/** A slip as a camera sees it: larger than what is sent, with handwriting of a kind. */
async function slipOnCamera(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2400, 1700];
    const context = canvas.getContext('2d');
    if (!context) return '';
    context.fillStyle = '#e9e2d2';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.rotate(-0.03);
    context.fillStyle = '#fffdf7';
    context.fillRect(160, 220, 2050, 1350);
    context.fillStyle = '#1d2a5c';
    context.font = 'italic 120px serif';
    ['东街路灯坏了', '两个月，什么时候修', '—— 王'].forEach((line, index) =>
      context.fillText(line, 320, 560 + 260 * index),
    );
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
  return Buffer.from(base64, 'base64');
}

/** The photo is there, and the browser could read it. */
async function seesPhoto(place: ReturnType<Page['locator']>): Promise<void> {
  const image = place.getByTestId('slip-photo').getByRole('img').first();
  await expect(image).toBeVisible();
  await expect
    .poll(() => image.evaluate((each) => (each as HTMLImageElement).naturalWidth))
    .toBe(1_600);
}

async function find(page: Page, serial: string): Promise<void> {
  await page.getByTestId('slips-find').click();
  await page.locator('#find-serial').fill(serial);
  await page.locator('#find-serial').press('Enter');
  await expect(page.getByTestId('slip-story')).toContainText(serial);
}

const pasteInto = (page: Page, bytes: Buffer): Promise<void> =>
  page.locator('#slip-text').evaluate((field, base64) => {
    const data = new DataTransfer();
    const binary = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
    data.items.add(new File([binary], 'pasted.jpg', { type: 'image/jpeg' }));
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, bytes.toString('base64'));
