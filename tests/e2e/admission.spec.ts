/** Hall or online, tickets, kiosks that support, and what is printed for the doors. */
import { expect, test, type Page } from '@playwright/test';
import { AdmissionCodes } from '@wenzheng/server/src/forum/admission/index';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { instant } from '@wenzheng/shared/time/instant';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FULL_ONLY } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { Moderator, Volunteer } from './support/forum-people';
import { readQr } from './support/qr';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const locale = 'zh-CN';
const SHORT = /[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}/;
const QUESTION = '东街的路灯坏了两个月，什么时候修？';

test.describe('the doors', () => {
  // Many screens one after another, each with its picture.
  test.describe.configure({ timeout: 300_000 });
  let hub: RunningHub;
  let screens: Screens;
  let forum: string;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    forum = /\bf[0-9a-z]{8,}\b/.exec(await hub.seed(locale))?.[0] ?? '';
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'admission');
  });
  test.afterEach(async () => {
    await screens.close();
    await hub.stop();
  });

  /** As the phone of somebody who scanned `link`, which names the hub's address in the venue. */
  const scan = (link: string): Promise<Page> => {
    const { pathname, search } = new URL(link);
    return screens.open(`${pathname}${search}`, 'phone', { locale });
  };
  const standing = (phone: Page) => phone.locator('.standing');
  async function about(phone: Page): Promise<void> {
    await phone.evaluate(() => (location.hash = 'about'));
    await expect(standing(phone)).toBeVisible();
  }

  test('a phone that scans the big screen is in the hall, one by the link online', async () => {
    const display = await screens.open('/display', 'display', { locale });
    const code = display.locator('.code svg').first();
    await expect(code).toBeVisible();
    const link = await readQr(code);
    expect(new URL(link).searchParams.get('in')).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
    await screens.picture(display, 'display');

    const inHall = await scan(link);
    await expect(inHall.getByText(m.admission_done_screen({}, { locale }))).toBeVisible();
    expect(new URL(inHall.url()).search).toBe('');
    await about(inHall);
    await expect(standing(inHall)).toHaveText(m.admission_screen({}, { locale }));
    await screens.picture(inHall, 'phone-in-hall');
    await expectAccessible(inHall);

    const online = await screens.open('/', 'phone', { locale });
    await screens.picture(online, 'phone-before-the-day');
    await about(online);
    await expect(standing(online)).toHaveText(m.admission_link({}, { locale }));
    await screens.picture(online, 'phone-online');

    const askerKey = readFileSync(path.join(hub.data, 'keys', `${forum}.askers.key`));
    const yesterday = new AdmissionCodes(askerKey).hallCode(instant(Date.now() - 24 * 3_600_000));
    const field = online.getByLabel(m.admission_code_label({}, { locale }));
    const confirm = online.getByRole('button', { name: m.admission_code_button({}, { locale }) });
    await field.fill(yesterday);
    await confirm.click();
    const over = online.getByText(m.refusal_admission_code_over({}, { locale }));
    await expect(over).toBeVisible();
    await expect(standing(online)).toHaveText(m.admission_link({}, { locale }));
    await screens.picture(online, 'phone-old-code');

    const shown = SHORT.exec((await display.locator('body').textContent()) ?? '')?.[0] ?? '';
    await field.fill(shown.toLowerCase().replace('-', ' '));
    await confirm.click();
    await expect(standing(online)).toHaveText(m.admission_screen({}, { locale }));

    const late = await scan(`http://hub/?in=${yesterday.replace('-', '')}`);
    await expect(late.getByText(m.admission_over_scanned({}, { locale }))).toBeVisible();
    hub.kill();
    await hub.ready();
    await inHall.reload();
    await about(inHall);
    await expect(standing(inHall)).toHaveText(m.admission_screen({}, { locale }));
    screens.expectNoFaults();
  });

  test('tickets are printed, work once, and support at a kiosk', FULL_ONLY, async () => {
    const admin = await screens.open(await hub.signInPath('admin'), 'tablet', { locale });
    await admin.goto('/console#access');
    await admin.locator('#ticket-count').fill('12');
    await admin.locator('#ticket-seat').fill('A 区');
    await admin.getByTestId('issue-tickets').click();
    const print = admin.getByRole('link', {
      name: m.doors_print_batch({ first: 1, last: 12 }, { locale }),
    });
    await expect(print).toBeVisible();
    await admin
      .getByRole('heading', { name: m.doors_heading({}, { locale }) })
      .scrollIntoViewIfNeeded();
    await screens.picture(admin, 'console');
    await expectAccessible(admin);

    const links = await printedTickets(admin, (await print.getAttribute('href')) ?? '', 12);
    const first = await scan(links[0] ?? '');
    await expect(first.getByText(m.admission_done_ticket({}, { locale }))).toBeVisible();
    await about(first);
    await expect(standing(first)).toHaveText(m.admission_ticket_seat({ seat: 'A 区' }, { locale }));
    await screens.picture(first, 'phone-with-ticket');
    const second = await scan(links[0] ?? '');
    await expect(second.getByText(m.refusal_admission_ticket_used({}, { locale }))).toBeVisible();
    await screens.picture(second, 'phone-used-ticket');
    await expect(admin.getByText(m.doors_used({ count: '1' }, { locale }))).toBeVisible();

    await admin.goto('/console#logging');
    const volunteer = new Volunteer(admin);
    await volunteer.chooseSource('mic', locale);
    for (let each = 1; each <= 5; each += 1)
      await volunteer.log({ serial: null, text: `${QUESTION}（${each}）` });
    const stub = await stubOf(volunteer, admin);
    await supportAtKiosk(links[1] ?? '', stub);
    screens.expectNoFaults();
  });

  test('poster and signs come out, in both languages', FULL_ONLY, async () => {
    const admin = await screens.open(await hub.signInPath('admin'), 'tablet', { locale });
    await admin.goto('/console#access');
    await admin.locator('#wifi-network').fill('问政;现场');
    await admin.locator('#wifi-password').fill('minsheng:2027');
    await admin.getByRole('button', { name: m.doors_wifi_save({}, { locale }) }).click();
    await expect(
      admin.getByRole('button', { name: m.doors_wifi_save({}, { locale }) }),
    ).toBeDisabled();
    for (const lang of ['zh-CN', 'en'] as const) {
      const codes = admin.locator('.qr');
      // The button rests while the hub is told; the poster may be asked for before it knows.
      await expect(async () => {
        await admin.goto(`/print/forums/${forum}/poster?lang=${lang}`);
        await expect(codes).toHaveCount(2, { timeout: 1_000 });
      }).toPass();
      const read = [await readQr(codes.nth(0)), await readQr(codes.nth(1))];
      expect(read[0]).toBe('WIFI:T:WPA;S:问政\\;现场;P:minsheng\\:2027;;');
      expect(new URL(read[1] ?? '').pathname).toBe('/');
      await paper(admin, `poster-${lang}`, 1);
      await admin.goto(`/print/forums/${forum}/zones?lang=${lang}`);
      await paper(admin, `zones-${lang}`, 3);
      await admin.goto(`/print/forums/${forum}/queue?lang=${lang}`);
      await paper(admin, `queue-${lang}`, 2);
    }
    screens.expectNoFaults();
  });

  /** Checks the printed sheets of a batch, and answers what its QR codes stand for. */
  async function printedTickets(admin: Page, href: string, count: number): Promise<string[]> {
    const sheet = await admin.context().newPage();
    await sheet.goto(href);
    await expect(sheet.locator('.ticket')).toHaveCount(count);
    await paper(sheet, 'tickets', Math.ceil(count / 10));
    const links: string[] = [];
    for (const ticket of await sheet.locator('.ticket').all()) {
      const link = await readQr(ticket.locator('.qr'));
      const code = (await ticket.locator('.code').textContent()) ?? '';
      const { searchParams } = new URL(link);
      expect(searchParams.get('in')).toBe(code.replace('-', ''));
      expect(searchParams.get('forum')).toBe(forum);
      links.push(link);
    }
    expect(new Set(links).size).toBe(count);
    await sheet.close();
    return links;
  }

  /** As a PDF of Chromium's, on so many sheets. */
  async function paper(page: Page, name: string, sheets: number): Promise<void> {
    await page.emulateMedia({ media: 'print' });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(sheets);
    await page.setViewportSize({ width: 1123, height: 1123 });
    await screens.picture(page, name);
    await expectAccessible(page);
  }

  /** A slip is entered, and all questions are taken into the queue. */
  async function stubOf(volunteer: Volunteer, admin: Page): Promise<string> {
    await volunteer.chooseSource('paper', locale);
    const stub = await volunteer.log({ serial: 'A-001', text: '公园晚上能不能开到十点？' });
    await admin.goto('/console#moderation');
    await new Moderator(admin, locale).approve(6);
    return SHORT.exec(stub)?.[0] ?? '';
  }

  async function supportAtKiosk(ticket: string, stub: string): Promise<void> {
    const kiosk = await screens.open(await kioskLink(), 'kiosk', { locale });
    await expect(kiosk.getByText(m.zone_rest({}, { locale }))).toBeVisible();
    await screens.picture(kiosk, 'kiosk-start');
    const enter = async (code: string): Promise<void> => {
      await kiosk.getByRole('button', { name: m.kiosk_support({}, { locale }) }).click();
      // A hand scanner types what it reads, and Enter.
      await kiosk.locator('#kiosk-code').fill(code);
      await kiosk.locator('#kiosk-code').press('Enter');
    };
    await enter('222-223');
    await expect(kiosk.getByText(m.kiosk_support_wrong({}, { locale }))).toBeVisible();
    await screens.picture(kiosk, 'kiosk-code');
    await expectAccessible(kiosk);
    await kiosk.getByRole('button', { name: m.kiosk_home({}, { locale }) }).click();
    await enter(ticket);
    const give = kiosk.getByRole('button', { name: `${m.kiosk_support_give({}, { locale })} ` });
    await give.first().click();
    const given = kiosk.getByRole('button', { name: `${m.kiosk_support_given({}, { locale })} ` });
    await expect(given).toHaveCount(1);
    await expect(kiosk.getByText(m.kiosk_support_count({ count: 1 }, { locale }))).toHaveCount(1);
    await screens.picture(kiosk, 'kiosk-choosing');
    await expectAccessible(kiosk);
    for (const [name, size] of [
      ['portrait', { width: 1080, height: 1920 }],
      ['large', { width: 1920, height: 1080 }],
    ] as const) {
      await kiosk.setViewportSize(size);
      await screens.picture(kiosk, `kiosk-choosing-${name}`);
    }
    await kiosk.getByRole('button', { name: m.kiosk_done({}, { locale }) }).click();
    await screens.picture(kiosk, 'kiosk-start-large');
    await kiosk.setViewportSize({ width: 1080, height: 1920 });
    await screens.picture(kiosk, 'kiosk-start-portrait');
    await enter(stub);
    await give.first().click();
    await expect(kiosk.getByText(m.kiosk_support_count({ count: 2 }, { locale }))).toHaveCount(1);
  }

  /** A sign-in link for a kiosk in the rest zone. */
  async function kioskLink(): Promise<string> {
    const admin = await screens.open(await hub.signInPath('admin'), 'tablet', { locale });
    await admin.goto('/console#access');
    await admin.getByTestId('link-kiosk').click();
    const dialog = admin.getByRole('dialog');
    await dialog.locator('#link-zone').selectOption('rest');
    const address = dialog.locator('input[readonly]');
    await expect(address).toHaveValue(/\/console\/enter\//);
    await screens.picture(admin, 'console-kiosk-link');
    return new URL(await address.inputValue()).pathname;
  }
});
