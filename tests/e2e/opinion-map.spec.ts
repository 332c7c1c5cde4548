/** The map of opinion on a phone: what all share, and where whoever holds it stands, as they answer and think again. */
import { expect, test, type Page } from '@playwright/test';
import type { Answer } from '@wenzheng/shared/forum/choices';
import { MAP_FROM } from '@wenzheng/shared/forum/map-limits';
import type { PlacedMap } from '@wenzheng/shared/forum/opinion-map';
import { ANSWERS_TO_BELONG } from '@wenzheng/shared/forum/own-place';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { groupLetter } from '@wenzheng/shared/ui/opinion-map-names';
import { languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { VotingCrowd, type Voter } from './support/crowd-of-votes';
import type { Locale } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';
import { preparedStatements } from './support/statements';

const STATEMENTS = {
  'zh-CN': [...preparedStatements, '公园里应当多放一些带靠背的椅子。'],
  en: [
    'A broken street light should be mended within three days.',
    'Neighbours on all floors should share the cost of a lift.',
    'Buses should run more often before there are new lines.',
    'Parking in the street should be free for residents at night.',
    'Every neighbourhood should have a canteen.',
    'Dancing in the square should end at nine in the evening.',
    'School sports grounds should be open at weekends.',
    'There should be more benches with backs in the park.',
  ],
} as const;
/** Answered alike by everyone; the other statements divide two camps. */
const SHARED = 0;
const PHONES = 16;

/** Of two camps by turns; each person thinks otherwise than theirs in one matter. */
const personal = (person: number, index: number): Answer => {
  const isOwn = index === 1 + (Math.floor(person / 2) % 7);
  return usual(isOwn ? person + 1 : person, index);
};
/** What camp 0 or 1 answers to the statement at `index`. */
const usual = (camp: number, index: number): Answer =>
  index === SHARED || (index + camp) % 2 === 0 ? 'agree' : 'disagree';

/** One phone that is followed through the forum, and the desk that moves the forum on. */
interface Walk {
  readonly screens: Screens;
  readonly page: Page;
  readonly desk: Voter;
  readonly forum: string;
  readonly locale: Locale;
}

test.describe('map of opinion', () => {
  let hub: RunningHub;
  let screens: Screens;
  let crowd: VotingCrowd;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    const base = `http://127.0.0.1:${hub.port}`;
    screens = new Screens(browser, base, 'opinion-map');
    crowd = new VotingCrowd(base);
  });
  test.afterEach(async () => {
    await crowd.stop();
    await screens.close();
    await hub.stop();
  });

  for (const locale of languages('zh-CN'))
    test(`shows what all share and where one stands, ${locale}`, async () => {
      const forum = /\bf[0-9a-z]{8,}\b/.exec(await hub.seed(locale))?.[0] ?? '';
      const page = await screens.open('/#map', 'phone', { locale });
      const desk = await crowd.staff(await hub.signInPath('admin'));
      const walk = { screens, page, desk, forum, locale };
      await test.step('says what a map takes', () => waitForMap(walk, crowd));
      await test.step('shows it to the hall at the host’s press', async () =>
        showToHall(walk, await hub.signInPath('host')));
      await test.step('shows no mark for too few answers', () => answerTooFew(walk));
      const before = await test.step('finds the own camp', () => findCamp(walk));
      await test.step('stays where one reads', () => stayWhereOneReads(walk));
      await test.step('moves the mark with the answers', () => changeCamp(walk, before));
      await test.step('can be read large and in the dark', () => readEasily(walk));
      await test.step('stays once the forum is closed', () => close(walk));
      screens.expectNoFaults();
    });
});

/** Statements, and then a crowd of two camps that answers them. */
async function waitForMap({ page, desk, locale }: Walk, crowd: VotingCrowd): Promise<void> {
  const tooFew = { statements: MAP_FROM.statements };
  await expect(page.getByText(m.map_too_few_statements(tooFew, { locale }))).toBeVisible();
  const ids: string[] = [];
  for (const text of STATEMENTS[locale]) {
    const ack = await desk.send({ type: 'addStatement', text });
    ids.push(ack.ok ? (ack.statement?.id ?? '') : '');
  }
  const needed = { people: MAP_FROM.people, answers: ANSWERS_TO_BELONG };
  await expect(page.getByText(m.map_too_few(needed, { locale }))).toBeVisible();
  const phones = await Promise.all(Array.from({ length: PHONES }, () => crowd.phone()));
  const taken = phones.flatMap((phone, index) =>
    ids.map((statement, column) =>
      phone.send({ type: 'answerStatement', statement, answer: personal(index, column) }),
    ),
  );
  for (const ack of await Promise.all(taken)) expect(ack).toMatchObject({ ok: true });
}

/** The host reads what it says, and one press shows it to the hall. */
async function showToHall({ screens, desk, locale }: Walk, signIn: string): Promise<void> {
  const say = { locale };
  const host = await screens.open(signIn, 'tablet', say);
  const wall = await screens.open(`/display?lang=${locale}`, 'display', say);
  await desk.send({ type: 'startAgendaItem', item: 'opinion', from: null });
  const summary = host.getByTestId('map-summary');
  await expect(summary).toContainText(STATEMENTS[locale][SHARED], { timeout: 15_000 });
  await expect(summary).toContainText(m.map_no_sample({}, say));
  await host.getByRole('button', { name: m.scene_opinion_map({}, say) }).click();
  await expect(wall.getByRole('heading', { name: m.map_shared({}, say) })).toBeVisible();
  await expect(wall.locator('body')).toContainText(STATEMENTS[locale][SHARED]);
  await expect(wall.locator('body')).toContainText(m.map_no_sample({}, say));
  await expectAccessible(host);
  await screens.picture(wall, `wall-${locale}`);
  await screens.picture(host, `host-${locale}`);
  await Promise.all([host.close(), wall.close()]);
}

/** The map is there, without a mark: too little was answered to belong anywhere. */
async function answerTooFew(walk: Walk): Promise<void> {
  const { screens, page, locale } = walk;
  const say = { locale };
  await page.goto('/#now');
  // The hall looks at the map: statements on the first page have a way there, and only one.
  await expect(page.getByRole('link', { name: m.map_title({}, say) })).toHaveCount(1);
  await page.goto('/#opinions');
  await answer(walk, 0, 2);
  await page.goto('/#map');
  await expect(page.getByTestId('needs')).toContainText(
    m.audience_map_need({ count: ANSWERS_TO_BELONG - 2 }, say),
    { timeout: 15_000 },
  );
  await expect(page.getByTestId('map-shared')).toContainText(STATEMENTS[locale][SHARED]);
  await expect(page.getByTestId('own-place')).toHaveCount(0);
  await screens.picture(page, `phone-needs-${locale}`);
  await page.getByTestId('needs').getByRole('link').click();
}

/** The phone finds its camp, and the drawing says the same to a screen reader. */
async function findCamp(walk: Walk): Promise<{ text: string; mark: number }> {
  const { screens, page, locale } = walk;
  await answer(walk, 0, ANSWERS_TO_BELONG - 2);
  const link = page.getByRole('link', { name: m.map_title({}, { locale }) });
  await expect(link).toHaveClass(/pointed/);
  await screens.picture(page, `phone-deck-${locale}`);
  await link.click();
  const text = await closestText(walk, 0);
  await expect(page.getByTestId('closest')).toContainText(text);
  await expect(page.getByRole('img', { name: text })).toBeVisible();
  const mark = await markOf(page);
  await expectAccessible(page);
  await screens.picture(page, `phone-map-${locale}`);
  await page.getByRole('heading', { name: text }).evaluate((own) => own.scrollIntoView());
  await screens.picture(page, `phone-closest-${locale}`);
  return { text, mark };
}

async function stayWhereOneReads({ page, desk, locale }: Walk): Promise<void> {
  const reading = () => page.locator('main').evaluate(({ scrollTop }) => scrollTop);
  const read = await reading();
  await desk.send({ type: 'startAgendaItem', item: 'results', from: 'opinion' });
  await expect(page.getByRole('banner')).toContainText(m.stage_results({}, { locale }));
  expect(read).toBeGreaterThan(200);
  expect(await reading()).toBe(read);
}

/** All is answered the other way: the mark is among the other camp, before any new map. */
async function changeCamp(walk: Walk, before: { text: string; mark: number }): Promise<void> {
  const { page, locale } = walk;
  await page.goto('/#opinions');
  for (let step = 0; step < ANSWERS_TO_BELONG; step += 1) {
    await page.getByRole('button', { name: m.audience_opinion_back({}, { locale }) }).click();
    await press(walk, 1);
  }
  await page.goto('/#map');
  const text = await closestText(walk, 1);
  expect(text).not.toBe(before.text);
  await expect(page.getByTestId('closest')).toContainText(text);
  expect(Math.abs((await markOf(page)) - before.mark)).toBeGreaterThan(100);
}

async function readEasily({ screens, page, locale }: Walk): Promise<void> {
  await page.getByRole('button', { name: m.audience_easy_on({}, { locale }) }).click();
  await page.getByRole('img').evaluate((drawing) => drawing.scrollIntoView());
  await screens.picture(page, `phone-easy-${locale}`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await screens.picture(page, `phone-dark-${locale}`);
}

/** The hub forgets whose answers are whose once the forum is closed; the page that gave them does not. */
async function close({ screens, page, desk, locale }: Walk): Promise<void> {
  const say = { locale };
  await desk.send({ type: 'closeForum' });
  await expect(page.getByRole('link', { name: m.audience_closed_to_now({}, say) })).toBeVisible();
  await expect(page.getByTestId('own-place')).toBeVisible();
  await page.reload();
  await expect(page.getByTestId('map-shared')).toContainText(STATEMENTS[locale][SHARED]);
  await expect(page.getByTestId('own-place')).toHaveCount(0);
  await page.goto('/#now');
  const closed = page.getByRole('link', { name: m.map_title({}, say) });
  await expect(closed).toBeVisible();
  await screens.picture(page, `phone-closed-${locale}`);
  await closed.click();
  await expect(page.getByTestId('map-shared')).toBeVisible();
}

/** What a phone of `camp` is told, found in the hub's own map. */
async function closestText({ page, forum, locale }: Walk, camp: number): Promise<string> {
  const path = `/api/forums/${forum}/opinions/map`;
  const { map } = await page.evaluate<{ map: PlacedMap }, string>(
    async (from) => (await fetch(from)).json(),
    path,
  );
  const own = map.groups.find(({ standsFor }) =>
    standsFor.some(({ text, side }) => {
      const index = (STATEMENTS[locale] as readonly string[]).indexOf(text);
      return index !== SHARED && side === usual(camp, index);
    }),
  );
  const group = m.map_group({ letter: groupLetter(own?.id ?? -1) }, { locale });
  return m.audience_map_closest({ group }, { locale });
}

/** Answers so many of the statements that come, as `camp` does. */
async function answer(walk: Walk, camp: number, count: number): Promise<void> {
  const { page } = walk;
  for (let nth = 0; nth < count; nth += 1) {
    await expect(page.locator('[data-answer]').first()).toBeVisible();
    // What was meant for the statement before is not taken.
    await page.waitForTimeout(400);
    const text = await press(walk, camp);
    await expect(page.locator('.statement h1')).not.toHaveText(text);
  }
}
async function press({ page, locale }: Walk, camp: number): Promise<string> {
  const text = (await page.locator('.statement h1').textContent()) ?? '';
  const index = STATEMENTS[locale].findIndex((each) => each === text.trim());
  await page.locator(`[data-answer="${usual(camp, index)}"]`).click();
  return text;
}

async function markOf(page: Page): Promise<number> {
  const box = await page.getByTestId('own-place').locator('.dot').boundingBox();
  return (box?.x ?? 0) + (box?.y ?? 0);
}
