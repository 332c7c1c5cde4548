/** The map of opinion on a phone: what all share, and where whoever holds it stands, as they answer and think again. */
import { expect, test, type Page } from '@playwright/test';
import type { Answer } from '@wenzheng/shared/forum/choices';
import type { PlacedMap } from '@wenzheng/shared/forum/opinion-map';
import { ANSWERS_TO_BELONG } from '@wenzheng/shared/forum/own-place';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { groupLetter } from '@wenzheng/shared/ui/opinion-map-names';
import { expectAccessible } from './support/accessibility';
import { VotingCrowd, type Voter } from './support/crowd-of-votes';
import type { Locale } from './support/forum-people';
import { languages } from './support/languages';
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

  /** Approved statements, answered by a crowd of two camps. */
  async function answered(desk: Voter, locale: Locale): Promise<void> {
    const ids: string[] = [];
    for (const text of STATEMENTS[locale]) {
      const ack = await desk.send({ type: 'addStatement', text });
      ids.push(ack.ok ? (ack.statement?.id ?? '') : '');
    }
    const phones = await Promise.all(Array.from({ length: PHONES }, () => crowd.phone()));
    const taken = phones.flatMap((phone, index) =>
      ids.map((statement, column) =>
        phone.send({ type: 'answerStatement', statement, answer: personal(index, column) }),
      ),
    );
    for (const ack of await Promise.all(taken)) expect(ack).toMatchObject({ ok: true });
  }

  for (const locale of languages('zh-CN')) {
    const say = { locale };

    test(`shows what all share and where one stands, ${locale}`, async () => {
      const forum = /\bf[0-9a-z]{8,}\b/.exec(await hub.seed(locale))?.[0] ?? '';
      const page = await screens.open('/#map', 'phone', say);
      const tooFew = { people: 10, answers: ANSWERS_TO_BELONG };
      await expect(page.getByText(m.map_too_few(tooFew, say))).toBeVisible();
      const desk = await crowd.staff(await hub.signInPath('admin'));
      await answered(desk, locale);

      // The host reads what it says, and one press shows it to the hall.
      const host = await screens.open(await hub.signInPath('host'), 'tablet', say);
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

      // Too little was answered to belong anywhere: the map is there, without a mark.
      await page.goto('/#opinions');
      await answer(page, 0, 2);
      await page.goto('/#map');
      await expect(page.getByTestId('needs')).toContainText(
        m.audience_map_need({ count: ANSWERS_TO_BELONG - 2 }, say),
        { timeout: 15_000 },
      );
      await expect(page.getByTestId('map-shared')).toContainText(STATEMENTS[locale][SHARED]);
      await expect(page.getByTestId('own-place')).toHaveCount(0);
      await screens.picture(page, `phone-needs-${locale}`);
      await page.getByTestId('needs').getByRole('link').click();

      // Enough is answered: the phone finds its camp, and the drawing says the same to a screen reader.
      await answer(page, 0, ANSWERS_TO_BELONG - 2);
      const link = page.getByRole('link', { name: m.map_title({}, say) });
      await expect(link).toHaveClass(/ready/);
      await screens.picture(page, `phone-deck-${locale}`);
      await link.click();
      const first = await closestText(0);
      await expect(page.getByTestId('closest')).toContainText(first);
      await expect(page.getByRole('img', { name: first })).toBeVisible();
      const before = await markOf(page);
      await expectAccessible(page);
      await screens.picture(page, `phone-map-${locale}`);
      await page.getByRole('heading', { name: first }).evaluate((own) => own.scrollIntoView());
      await screens.picture(page, `phone-closest-${locale}`);
      // Whoever reads stays where they are while the forum goes on.
      const reading = () => page.locator('main').evaluate(({ scrollTop }) => scrollTop);
      const read = await reading();
      await desk.send({ type: 'startAgendaItem', item: 'results', from: 'opinion' });
      await expect(page.getByRole('banner')).toContainText(m.stage_results({}, say));
      expect(read).toBeGreaterThan(200);
      expect(await reading()).toBe(read);

      // All is answered the other way: the mark is among the other camp, before any new map.
      await page.goto('/#opinions');
      for (let step = 0; step < ANSWERS_TO_BELONG; step += 1) {
        await page.getByRole('button', { name: m.audience_opinion_back({}, say) }).click();
        await press(page, 1);
      }
      await page.goto('/#map');
      const second = await closestText(1);
      expect(second).not.toBe(first);
      await expect(page.getByTestId('closest')).toContainText(second);
      expect(Math.abs((await markOf(page)) - before)).toBeGreaterThan(100);

      await page.locator('[aria-pressed]').click();
      await page.getByRole('img').evaluate((drawing) => drawing.scrollIntoView());
      await screens.picture(page, `phone-easy-${locale}`);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessible(page);
      await screens.picture(page, `phone-dark-${locale}`);

      // The hub forgets whose answers are whose once the forum is closed; the page that gave them does not.
      await desk.send({ type: 'closeForum' });
      await expect(
        page.getByRole('link', { name: m.audience_closed_to_now({}, say) }),
      ).toBeVisible();
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
      screens.expectNoFaults();

      /** What a phone of `camp` is told, found in the hub's own map. */
      async function closestText(camp: number): Promise<string> {
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
        const group = m.map_group({ letter: groupLetter(own?.id ?? -1) }, say);
        return m.audience_map_closest({ group }, say);
      }
    });

    /** Answers so many of the statements that come, as `camp` does. */
    async function answer(page: Page, camp: number, count: number): Promise<void> {
      for (let nth = 0; nth < count; nth += 1) {
        await expect(page.locator('[data-answer]').first()).toBeVisible();
        // What was meant for the statement before is not taken.
        await page.waitForTimeout(400);
        const text = await press(page, camp);
        await expect(page.locator('.statement h1')).not.toHaveText(text);
      }
    }
    async function press(page: Page, camp: number): Promise<string> {
      const text = (await page.locator('.statement h1').textContent()) ?? '';
      const index = STATEMENTS[locale].findIndex((each) => each === text.trim());
      await page.locator(`[data-answer="${usual(camp, index)}"]`).click();
      return text;
    }
  }

  const markOf = async (page: Page): Promise<number> => {
    const box = await page.getByTestId('own-place').locator('.dot').boundingBox();
    return (box?.x ?? 0) + (box?.y ?? 0);
  };
});
