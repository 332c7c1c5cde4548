/** Film clips and slides: brought along by the organisers, shown by the host, seen on the big screen. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { media } from '../support/media';
import { pdfOf } from '../support/pdf';
import { FULL_ONLY, languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { Host, type Locale } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens, SIZES } from './support/screens';

/** What a thread of the hub looks at, or a screen fetches first, takes its time on a busy machine. */
const PATIENT = { timeout: 15_000 };

/** Where the film stands on a display, in seconds, when that was, and whether it plays. */
const standing = (display: Page) =>
  display.locator('[data-scene="clip"] video').evaluate((video: HTMLVideoElement) => ({
    ...{ at: video.currentTime, paused: video.paused },
    when: Date.now() / 1_000,
  }));
/** How far a film has come beyond the time that is over: the same on all displays while it plays. */
async function ahead(display: Page): Promise<number> {
  const { at, when } = await standing(display);
  return at - when;
}

test.describe('films and slides', () => {
  let hub: RunningHub;
  let screens: Screens;
  let say: { readonly locale: Locale };

  test.beforeEach(async () => {
    hub = await startHub();
  });
  test.afterEach(async () => {
    if (test.info().errors.length > 0) await screens.pictures('failed');
    await screens.close();
    await hub.stop();
  });

  async function begin(browser: Browser, locale: Locale): Promise<void> {
    say = { locale };
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, `stage-media-${locale}`);
    await hub.seed(locale);
  }
  async function choose(admin: Page, button: string, file: string): Promise<void> {
    const chooser = admin.waitForEvent('filechooser');
    await admin.getByRole('button', { name: button }).click();
    await (await chooser).setFiles(file);
  }

  /** The organisers' set-up, with a file sent and chosen for the first item. */
  async function bring(button: string, file: string, choice: string): Promise<Page> {
    const admin = await screens.open(await hub.signInPath('admin'), 'tablet', say);
    await admin.goto('/console#setup');
    await choose(admin, button, file);
    const name = path.parse(file).name;
    await expect(mediaOf(admin).getByText(name, { exact: true })).toBeVisible(PATIENT);
    const first = admin.locator('#setup-agenda li').first();
    await first.getByRole('button', { name: m.setup_more({}, say) }).click();
    await first.getByLabel(choice).selectOption({ label: name });
    await expect(first.getByText(m.setup_saved({}, say)).first()).toBeVisible();
    return admin;
  }
  const mediaOf = (admin: Page) => admin.locator('#setup-media');

  for (const locale of languages('zh-CN'))
    test(
      `a film is shown by one press, stopped by an emergency, and missed, ${locale}`,
      FULL_ONLY,
      async ({ browser }) => {
        await begin(browser, locale);
        const button = m.media_add_clip({}, say);
        const admin = await bring(button, media('film.webm'), m.media_item_clip({}, say));
        const display = await screens.open(`/display?lang=${locale}`, 'display', say);
        // Small, as a browser draws every picture of a film without help here.
        const other = await screens.open(`/display?lang=${locale}&sound=off`, 'desk', say);
        const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', say));
        const { page } = host;
        const kit = page.getByTestId('stage-kit');

        // One press, and both displays show the same.
        await kit.getByRole('button', { name: m.film_play({}, say), exact: true }).click();
        for (const screen of [display, other])
          await expect(screen.locator('[data-scene="clip"] video')).toBeVisible(PATIENT);
        const apart = async () => Math.abs((await ahead(display)) - (await ahead(other)));
        await expect.poll(async () => (await standing(display)).paused).toBe(false);
        await expect.poll(async () => (await standing(other)).paused).toBe(false);
        await expect.poll(apart, PATIENT).toBeLessThan(0.2);
        await screens.picture(display, 'film');
        await screens.picture(page, 'host-film');

        // An emergency stops it where it is, and it goes on from there.
        await host.openEmergency();
        await host.sayIt();
        await expect.poll(async () => (await standing(display)).paused).toBe(true);
        const stopped = (await standing(display)).at;
        await page.waitForTimeout(1_000);
        expect(Math.abs((await standing(display)).at - stopped)).toBeLessThan(0.1);
        const cleared = Date.now() / 1_000;
        await host.allClear();
        await expect.poll(async () => (await standing(display)).paused).toBe(false);
        const { at, when } = await standing(display);
        expect(at - stopped).toBeLessThan(when - cleared + 0.5);
        await kit.getByRole('button', { name: m.film_pause({}, say) }).click();
        await expect.poll(async () => (await standing(other)).paused).toBe(true);

        // What is shown stays; and if its file is gone, the title of the item stands in its place.
        const remove = m.setup_remove_what({ name: 'film' }, say);
        await mediaOf(admin).getByRole('button', { name: remove }).click();
        await expect(admin.getByText(m.refusal_media_shown({}, say)).first()).toBeVisible();
        screens.expectNoFaults();
        for (const name of readdirSync(path.join(hub.data, 'media')))
          rmSync(path.join(hub.data, 'media', name));
        const late = await screens.open(`/display?lang=${locale}`, 'display', say);
        await expect(late.locator('[data-scene="clip"] h1')).toBeVisible(PATIENT);
        await screens.picture(late, 'in-its-place');
      },
    );

  for (const locale of languages('en'))
    test(
      `slides are turned by buttons and keys, with the time of who speaks, ${locale}`,
      FULL_ONLY,
      async ({ browser }) => {
        await begin(browser, locale);
        const slides = test.info().outputPath('slides.pdf');
        writeFileSync(slides, pdfOf(4));
        const button = m.media_add_slides({}, say);
        const admin = await bring(button, slides, m.media_item_slides({}, say));
        await mediaOf(admin).scrollIntoViewIfNeeded();
        await screens.picture(admin, 'setup');
        await expectAccessible(admin);

        const display = await screens.open(`/display?lang=${locale}`, 'display', say);
        const phone = await screens.open('/', 'phone', say);
        const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', say));
        const { page } = host;
        const kit = page.getByTestId('stage-kit');
        await kit.getByRole('button', { name: m.film_show_slides({}, say) }).click();
        const sheet = display.locator('[data-scene="slides"] [data-page]:not([inert])');
        await expect(sheet).toHaveAttribute('data-page', '1', PATIENT);
        await kit.getByRole('button', { name: m.film_next({}, say) }).click();
        await expect(sheet).toHaveAttribute('data-page', '2');
        for (const key of ['PageDown', 'PageDown', 'PageDown']) await page.keyboard.press(key);
        await expect(sheet).toHaveAttribute('data-page', '4');
        await page.keyboard.press('PageUp');
        await expect(sheet).toHaveAttribute('data-page', '3');
        await expect(phone.getByText(m.film_page({ page: 3, pages: 4 }, say))).toHaveCount(0);

        await host.go('startItem');
        await host.go('startItem');
        await host.go('startTalk');
        await page.getByText(m.film_others({}, say)).click();
        await kit.getByRole('button', { name: m.film_show_slides({}, say) }).click();
        await expect(display.locator('[data-scene="slides"] [role="timer"]')).toBeVisible(PATIENT);
        await expect(page.locator('[data-scene="slides"] canvas')).toBeVisible(PATIENT);
        await screens.picture(display, 'slides-talk');
        await screens.picture(page, 'host-slides-talk');
        await expectAccessible(page);
        await expectAccessible(display);
        await display.setViewportSize(SIZES.wall);
        await expect(sheet.locator('canvas')).toHaveAttribute('height', /^1\d{3}$/, PATIENT);
        await screens.picture(display, 'slides-wall');
        screens.expectNoFaults();

        // What is no PDF, or cannot be opened, is refused with what to do. A browser notes the refusal, too.
        const others = { script: '<script>alert(1)</script>', locked: pdfOf(1, { locked: true }) };
        const whys = { script: m.refusal_media_not_media, locked: m.refusal_media_encrypted };
        for (const name of ['script', 'locked'] as const) {
          const file = test.info().outputPath(`${name}.pdf`);
          writeFileSync(file, others[name]);
          await choose(admin, button, file);
          const why = whys[name]({}, say);
          await expect(mediaOf(admin).getByRole('alert')).toContainText(why, PATIENT);
        }
        await screens.picture(admin, 'setup-refused');
      },
    );

  for (const locale of languages('en'))
    test(
      `a display that does something else is ready for the film, ${locale}`,
      FULL_ONLY,
      async ({ browser }) => {
        await begin(browser, locale);
        await bring(m.media_add_clip({}, say), media('film.webm'), m.media_item_clip({}, say));
        const east = await screens.open(`/display?lang=${locale}`, 'desk', say);
        const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', say));
        const { page } = host;
        const kit = page.getByTestId('stage-kit');
        await expect(kit).toContainText(m.film_ready({}, say), PATIENT);
        await screens.picture(page, 'host-ready');
        const goTo = (place: string) => page.goto(`${new URL(page.url()).pathname}#${place}`);
        const card = page.locator('[data-display]');
        const tell = (words: string): Promise<void> =>
          card.getByRole('button', { name: words, exact: true }).click();

        // It shows a scene of its own while the film plays elsewhere, and follows at once.
        await goTo('displays');
        await expect(card).toContainText(m.displays_holds_all({}, say));
        await card.getByRole('combobox').selectOption('join');
        await goTo('host');
        await kit.getByRole('button', { name: m.film_play({}, say), exact: true }).click();
        await expect(east.locator('[data-scene="join"]')).toBeVisible();
        await goTo('displays');
        await expect(card).toContainText(m.displays_holds_all({}, say));
        await tell(m.displays_follow({}, say));
        await expect.poll(async () => (await standing(east)).paused).toBe(false);

        // Frozen, the film stands still; blank, it goes on unseen and unheard.
        await tell(m.displays_still({}, say));
        await expect(east.locator('[data-shows="still"]')).toBeVisible();
        await expect.poll(async () => (await standing(east)).paused).toBe(true);
        const kept = (await standing(east)).at;
        await east.reload();
        await expect(east.locator('[data-scene="clip"] video')).toBeVisible(PATIENT);
        await expect.poll(async () => Math.abs((await standing(east)).at - kept)).toBeLessThan(1);
        await expect(card).toContainText(m.displays_holds_all({}, say));
        await screens.picture(page, 'displays-kept');
        await expectAccessible(page);
        await tell(m.displays_blank({}, say));
        const video = east.locator('[data-scene="clip"] video');
        await expect(east.locator('.blank')).toBeVisible();
        await expect.poll(async () => (await standing(east)).paused).toBe(false);
        expect(await video.evaluate((each: HTMLVideoElement) => each.muted)).toBe(true);
        screens.expectNoFaults();
      },
    );
});
