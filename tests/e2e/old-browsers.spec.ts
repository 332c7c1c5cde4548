/** Phones and hall machines whose browsers are years old, and pages of which a part did not come. */
import { expect, test, type Page } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { FULL_ONLY } from './support/forms';
import { Host } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const locale = 'zh-CN';
const say = { locale } as const;

/** What Chrome 85 (phones in messengers) and Chrome 105 (the last for some of Windows) do not have. */
const SINCE = {
  85: [
    ...['Array.prototype.at', 'Array.prototype.findLast', 'Array.prototype.findLastIndex'],
    ...['String.prototype.at', 'Object.hasOwn', 'structuredClone', 'Intl.Segmenter'],
    'HTMLElement.prototype.inert',
  ],
  105: [
    ...['Array.prototype.toSorted', 'Array.prototype.toReversed', 'Array.prototype.toSpliced'],
    ...['Array.prototype.with', 'Object.groupBy', 'Promise.withResolvers', 'Array.fromAsync'],
    'URL.canParse',
  ],
} as const;

/** Takes from a page what its browser would not have. */
const without =
  (names: readonly string[]) =>
  (page: Page): Promise<unknown> =>
    page.addInitScript((taken) => {
      for (const name of taken) {
        const path = name.split('.');
        const last = path.pop() ?? '';
        const holder = path.reduce<object>((at, key) => Reflect.get(at, key) as object, globalThis);
        Reflect.deleteProperty(holder, last);
      }
    }, names);

test.describe('old browsers', () => {
  let hub: RunningHub;
  let screens: Screens;

  test.beforeAll(async ({ browser }) => {
    hub = await startHub();
    await hub.seed(locale);
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'old-browsers');
  });
  test.afterAll(async () => {
    await screens?.close();
    await hub?.stop();
  });

  test('a phone asks and finds its question again', async () => {
    const before = without([...SINCE[85], ...SINCE[105]]);
    const phone = await screens.open('/', 'phone', { locale, before });
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
    await ask(phone, '小区门口的路灯坏了三个月，什么时候修？');
    await phone.goto('/#mine');
    await expect(phone.getByText('小区门口的路灯坏了三个月')).toBeVisible();
    screens.expectNoFaults();
  });

  test('a hall machine shows every scene of the host', async () => {
    const display = await screens.open('/display', 'display', {
      locale,
      before: without(SINCE[105]),
    });
    const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', { locale }));
    await host.go('startItem');
    for (const [scene, name] of [
      ['scope', m.scene_scope({}, say)],
      ['agenda', m.scene_agenda({}, say)],
      ['results', m.scene_results({}, say)],
      ['opinions', m.scene_opinions({}, say)],
      ['opinion_map', m.scene_opinion_map({}, say)],
    ] as const) {
      await host.show(name);
      await expect(display.locator(`[data-scene="${scene}"]`)).toBeVisible();
    }
    screens.expectNoFaults();
  });

  for (const part of ['css', 'js'])
    test(`a phone whose second half (${part}) did not come the first time has it soon`, async () => {
      let lost = 0;
      const phone = await screens.open('/', 'phone', {
        locale,
        before: (page) =>
          page.route(`**/assets/later-*.${part}`, (route) =>
            (lost += 1) === 1 ? route.abort('connectionreset') : route.continue(),
          ),
      });
      await expect(phone.getByRole('navigation')).toBeVisible();
      await expect.poll(() => lost, { timeout: 20_000 }).toBeGreaterThan(1);
      await phone.getByRole('button', { name: m.audience_ask({}, say) }).click();
      await expect(phone.getByRole('dialog')).toHaveCSS('position', 'fixed');
      screens.expectNoFaults();
    });

  test('a phone whose second half never comes keeps its first', FULL_ONLY, async () => {
    let visits = 0;
    const phone = await screens.open('/', 'phone', {
      locale,
      before: async (page) => {
        page.on('framenavigated', () => (visits += 1));
        await page.route('**/assets/later-*.css', (route) => route.abort('connectionreset'));
      },
    });
    await phone.waitForTimeout(20_000);
    expect(visits).toBe(2);
    await expect(phone.getByRole('navigation')).toBeVisible();
  });
});

async function ask(phone: Page, text: string): Promise<void> {
  await phone.getByRole('button', { name: m.audience_ask({}, say) }).click();
  await phone.getByRole('textbox').first().fill(text);
  await phone.getByRole('button', { name: m.audience_ask_send({}, say) }).click();
  await expect(phone.getByRole('button', { name: m.audience_ask_to_mine({}, say) })).toBeVisible();
}
