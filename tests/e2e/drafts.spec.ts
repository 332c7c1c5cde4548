/** What people write survives reload, lock, cut and a killed hub at any moment, and arrives once. */
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import Database from 'better-sqlite3';
import { Dice } from '../support/dice';
import { wireTo, type Wire } from '../support/proxy';
import { FULL } from './support/forms';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const locale = 'zh-CN';
const PHONES = FULL ? 10 : 2;
const MOMENTS_EACH = 5;
const SEED = 20261123;

const TROUBLES = ['reload', 'lock', 'cut', 'restart', 'reload without network'] as const;
type Trouble = (typeof TROUBLES)[number];

test.describe('drafts and queued sends', () => {
  let hub: RunningHub;
  let wire: Wire;
  let screens: Screens;
  let forum: string;

  test.beforeAll(async ({ browser }) => {
    hub = await startHub();
    forum = /f[0-9a-z]+/.exec(await hub.seed(locale))?.[0] ?? '';
    wire = await wireTo(hub.port);
    screens = new Screens(browser, `http://127.0.0.1:${wire.port}`, 'drafts');
  });
  test.afterAll(async () => {
    await screens?.close();
    await wire?.close();
    await hub?.stop();
  });

  test(`survive ${PHONES * MOMENTS_EACH} random moments and arrive once`, async () => {
    test.setTimeout(300_000);
    const dice = new Dice(SEED);
    const texts: string[] = [];
    for (let phone = 1; phone <= PHONES; phone += 1) {
      const page = await screens.open('/', 'phone', { locale });
      for (let round = 1; round <= MOMENTS_EACH; round += 1) {
        const text = `第 ${texts.length + 1} 件事：路口的红绿灯什么时候修好？`;
        const trouble = dice.pick(TROUBLES);
        texts.push(text);
        if (dice.chance(0.4)) {
          const written = 1 + dice.below(text.length);
          await test.step(`${trouble} after ${written} characters`, () =>
            troubledWhileWriting(page, text, written, trouble));
        } else {
          const wait = dice.between(0, 400);
          await test.step(`${trouble} ${Math.round(wait)} ms after sending`, () =>
            troubledAfterSending(page, text, wait, trouble));
        }
      }
      await page.context().close();
    }
    expect(arrived()).toEqual(texts.sort());
  });

  async function troubledWhileWriting(
    page: Page,
    text: string,
    written: number,
    trouble: Trouble,
  ): Promise<void> {
    const field = await emptyField(page);
    await field.pressSequentially(text.slice(0, written));
    await happen(page, trouble, 300);
    await page.goto('/#ask');
    await expect(field).toHaveValue(text.slice(0, written));
    await field.press('ControlOrMeta+End');
    await field.pressSequentially(text.slice(written));
    await send(page);
    await expectOwn(page, text);
  }

  async function troubledAfterSending(
    page: Page,
    text: string,
    wait: number,
    trouble: Trouble,
  ): Promise<void> {
    const field = await emptyField(page);
    await field.fill(text);
    await send(page);
    await page.waitForTimeout(wait);
    await happen(page, trouble, 300);
    await expectOwn(page, text);
  }

  async function happen(page: Page, trouble: Trouble, lasting: number): Promise<void> {
    switch (trouble) {
      case 'reload':
        return void (await page.reload());
      case 'lock':
        return lock(page, lasting);
      case 'cut':
        wire.cut();
        await page.waitForTimeout(lasting);
        return wire.mend();
      case 'restart':
        hub.kill();
        return hub.ready();
      case 'reload without network':
        wire.cut();
        await page.reload().catch(() => null);
        wire.mend();
        // The page of the browser that says there is no network may still be coming up.
        return expect(async () => void (await page.goto('/'))).toPass();
      default:
        return trouble satisfies never;
    }
  }

  /** Questions in the journal's vault, in order of their words. */
  function arrived(): string[] {
    const db = new Database(path.join(hub.data, 'wenzheng.sqlite'), { readonly: true });
    const rows = db
      .prepare<[string], { text: string }>('SELECT text FROM words WHERE forum = ?')
      .all(forum);
    db.close();
    return rows.map(({ text }) => text).sort();
  }
});

async function emptyField(page: Page) {
  await page.goto('/#ask');
  const another = page.getByRole('button', { name: m.audience_ask_another({}, { locale }) });
  const field = page.locator('#ask-text');
  await expect(another.or(field)).toBeVisible();
  if (await another.isVisible()) await another.click();
  await expect(field).toHaveValue('');
  return field;
}

const send = (page: Page): Promise<void> =>
  page.getByRole('button', { name: m.audience_ask_send({}, { locale }) }).click();

/** The asker finds the question received among their own, whatever happened meanwhile. */
async function expectOwn(page: Page, text: string): Promise<void> {
  await page.goto('/#mine');
  const received = page.locator('article:has(.code)').filter({ hasText: text });
  await expect(received).toHaveCount(1, { timeout: 20_000 });
}

/** As when the screen is locked: nothing runs. */
async function lock(page: Page, lasting: number): Promise<void> {
  const device = await page.context().newCDPSession(page);
  await device.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, lasting));
  await device.send('Page.setWebLifecycleState', { state: 'active' });
  await device.detach();
}
