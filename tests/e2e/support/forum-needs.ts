/** Steps of a forum that show a need of the plan on a screen of its own, which is closed again. */
import { expect, type Page } from '@playwright/test';
import type { Representative } from '@wenzheng/shared/forum/floor';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { Citizen, Host, Locale, Organiser } from './forum-people';

/** What every step works with. */
export interface Walk {
  readonly locale: Locale;
  readonly host: Host;
  readonly display: Page;
  readonly citizen: Citizen;
  readonly open: (path: string, size: 'display') => Promise<Page>;
  readonly picture: (page: Page, name: string) => Promise<void>;
}

/** How long the test's machine is busy with a page that goes (ms): in a hall it is another machine's. */
const GOING_MS = 1_000;

async function goes(page: Page, { display }: Walk): Promise<void> {
  await page.close();
  await display.waitForTimeout(GOING_MS);
}

/** A phone before the day reads whose forum it is and what may be asked; the poster for the door has its codes. */
export async function daysBefore(walk: Walk, organiser: Organiser): Promise<void> {
  const { locale, citizen, picture } = walk;
  await expect(citizen.page.getByText(m.before_ask({}, { locale }))).toBeVisible();
  await picture(citizen.page, '01-phone-before-the-day');
  const address = await organiser.page.locator('a[href*="/poster"]').first().getAttribute('href');
  const poster = await organiser.page.context().newPage();
  await poster.goto(address ?? '');
  await expect(poster.locator('.qr').first()).toBeVisible();
  await picture(poster, '01-poster');
  await goes(poster, walk);
}

/** Whoever takes a number waits in the rest zone, where it is called out; a kiosk there says where it stands. */
export async function restZone(walk: Walk, volunteer: Page, kiosk: Page): Promise<void> {
  const { locale, open, picture } = walk;
  const lobby = await open(`/display?layout=lobby&lang=${locale}`, 'display');
  await volunteer.getByRole('button', { name: m.mic_numbers({}, { locale }) }).click();
  await volunteer.getByRole('button', { name: m.mic_give({}, { locale }) }).click();
  await expect(lobby.getByTestId('numbers').getByRole('listitem')).toHaveText('1');
  await picture(lobby, '08-rest-zone');
  await goes(lobby, walk);
  await expect(kiosk.getByText(m.zone_rest({}, { locale })).first()).toBeVisible();
}

/** A phone says that it does not follow; the host explains the word, and takes the card away again. */
export async function plainWords({ locale, host, display, citizen, picture }: Walk): Promise<void> {
  const { page } = host;
  await citizen.place('now');
  await citizen.page.getByRole('button', { name: m.unclear_press({}, { locale }) }).click();
  await expect(page.getByTestId('unclear-meter')).toHaveAttribute('data-count', '1');
  await picture(citizen.page, '04-phone-does-not-follow');
  const card = page.getByTestId('cards').getByRole('button').first();
  await card.click();
  await expect(display.getByTestId('card-word')).toBeVisible();
  await picture(display, '04-card');
  await card.click();
  await expect(display.locator('[data-scene="talk"]')).toBeVisible();
}

/** The speaker alone is asked for plain words. */
export async function toldToTheStage(walk: Walk): Promise<void> {
  const { locale, host, open, picture } = walk;
  const stage = await open(`/display?layout=stage&lang=${locale}`, 'display');
  const words = m.prompt_say_plain({}, { locale });
  await host.page.getByTestId('stage-open').click();
  await host.page.getByRole('button', { name: words }).click();
  await expect(stage.getByTestId('stage-message')).toHaveText(words);
  await picture(stage, '04-stage');
  await goes(stage, walk);
}

/** The hall rates the answer that has just ended. */
export async function rated({ display, citizen, picture }: Walk): Promise<void> {
  await citizen.place('now');
  const face = citizen.page.locator('[data-testid="rating"] [data-face="satisfied"]');
  await face.click();
  await expect(face).toHaveAttribute('aria-pressed', 'true');
  await expect(display.getByTestId('rated')).toBeVisible();
  await picture(citizen.page, '08-phone-rating');
}

/** A representative is undisturbed while they have the floor, and everybody reads how they were chosen. */
export async function undisturbed(
  { locale, host, display, picture }: Walk,
  chosenBy: Representative['chosenBy'],
): Promise<void> {
  await expect(host.page.getByTestId('interject')).toBeDisabled();
  const chosen = m[`selection_${chosenBy}`]({}, { locale });
  await expect(display.locator('[data-scene="dialogue"]')).toContainText(chosen);
  await picture(host.page, '11-console-protected');
}

/** Whoever came by the public link is online, is told so, and is counted apart. */
export async function online({ locale, citizen, picture }: Walk): Promise<void> {
  await citizen.place('about');
  await expect(citizen.page.locator('.standing')).toHaveText(m.admission_link({}, { locale }));
  await picture(citizen.page, '02-phone-online');
}
