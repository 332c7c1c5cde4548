/** A list on a phone never moves under a finger: a thousand taps while fifty votes a second come in. */
import { expect, test, type Page } from '@playwright/test';
import { FULL } from './support/forms';
import { VotingCrowd, type Vote } from './support/crowd-of-votes';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const locale = 'zh-CN';
const QUESTIONS = 60;
const TAPS = FULL ? 1_000 : 300;
/** The taps are shared among these. */
const PHONES = 4;
const VOTES_PER_SECOND = 50;

test.describe('a phone list in a storm of votes', () => {
  let hub: RunningHub;
  let screens: Screens;
  let crowd: VotingCrowd;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'taps');
    crowd = new VotingCrowd(`http://127.0.0.1:${hub.port}`);
  });
  test.afterEach(async () => {
    await crowd.stop();
    await screens.close();
    await hub.stop();
  });

  test('no tap hits another row than it aimed at', async () => {
    test.setTimeout(240_000);
    await hub.seed(locale);
    const desk = await crowd.staff(await hub.signInPath('admin'));
    await desk.send({ type: 'editForum', fields: { moderation: 'post' } });
    for (let number = 1; number <= QUESTIONS; number += 1)
      await desk.send({
        ...{
          type: 'logQuestion',
          source: 'mic',
          serial: null,
          text: `第 ${number} 问：何时修路？`,
        },
        ...{ name: null, department: null },
      });
    const pages = await Promise.all(
      Array.from({ length: PHONES }, () => screens.open('/#questions', 'phone', { locale })),
    );
    for (const page of pages) await expect(page.locator('ol > li button').first()).toBeVisible();
    const storm = crowd.vote(QUESTIONS, VOTES_PER_SECOND);
    await Promise.all(pages.map((page) => tapAndCompare(page, TAPS / PHONES)));
    // The votes did change the order that the list would have: it was the list that stood still.
    for (const page of pages)
      await expect(page.locator('.waiting button')).toBeVisible({ timeout: 30_000 });
    const votes: readonly Vote[] = await storm.end();
    expect(votes.length).toBeGreaterThan(0);
    expect(votes.filter(({ ok }) => !ok)).toEqual([]);
    screens.expectNoFaults();
  });
});

async function tapAndCompare(page: Page, taps: number): Promise<void> {
  await watchTaps(page);
  const aimed: string[] = [];
  for (let tap = 0; tap < taps; tap += 1) aimed.push(await tapSomewhere(page, tap));
  const hit = await page.evaluate(() => (globalThis as unknown as { hit: string[] }).hit);
  expect(hit).toEqual(aimed);
}

/** Notes the number of every question whose button is pressed. */
async function watchTaps(page: Page): Promise<void> {
  await page.evaluate(() => {
    const hit: string[] = [];
    Object.assign(globalThis, { hit });
    document.addEventListener(
      'click',
      (event) => {
        const row = (event.target as Element).closest('li');
        hit.push(row?.querySelector('.caption')?.textContent?.replace(/\D/g, '') ?? 'nothing');
      },
      true,
    );
  });
}

/** Reads where a row stands, lets a moment pass as an eye and a thumb do, and taps there; answers its number. */
async function tapSomewhere(page: Page, tap: number): Promise<string> {
  const aim = await page.evaluate((step) => {
    const rows = [...document.querySelectorAll('ol > li')].filter((row) => {
      const box = row.querySelector('button')?.getBoundingClientRect();
      return box && box.top > 120 && box.bottom < innerHeight - 140;
    });
    const row = rows[step % rows.length];
    const box = row?.querySelector('button')?.getBoundingClientRect();
    return {
      x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
      y: (box?.top ?? 0) + (box?.height ?? 0) / 2,
      number: row?.querySelector('.caption')?.textContent?.replace(/\D/g, '') ?? '',
    };
  }, tap * 7);
  await page.waitForTimeout(10 + (tap % 5) * 10);
  await page.touchscreen.tap(aim.x, aim.y);
  return aim.number;
}
