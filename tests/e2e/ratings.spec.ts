/** An answer is rated with three faces, through the screens of everyone who sees it. */
import { expect, test, type Page } from '@playwright/test';
import type { Face } from '@wenzheng/shared/forum/choices';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { FULL_ONLY, languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { VotingCrowd } from './support/crowd-of-votes';
import { Citizen, Host } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const QUESTION = {
  'zh-CN': '河口镇晚上九点以后没有公交，能不能加一班？',
  en: 'There is no bus to Hekou after nine in the evening. Could one more run?',
} as const;
/** The page of ratings is the second of the results; each stands for some seconds. */
const PAGES_TURN = 30_000;
const face = (page: Page, name: Face) =>
  page.locator(`[data-testid="rating"] [data-face="${name}"]`);

test.describe('rating of answers', () => {
  let hub: RunningHub;
  let screens: Screens;
  let crowd: VotingCrowd;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'ratings');
    crowd = new VotingCrowd(`http://127.0.0.1:${hub.port}`);
  });
  test.afterEach(async () => {
    await crowd.stop();
    await screens.close();
    await hub.stop();
  });

  for (const locale of languages('zh-CN'))
    test(`the hall rates an answer and sees what came of it, ${locale}`, FULL_ONLY, async () => {
      await hub.seed(locale);
      const display = await screens.open(`/display?lang=${locale}`, 'display', { locale });
      const host = new Host(
        await screens.open(await hub.signInPath('admin'), 'tablet', { locale }),
      );
      const first = new Citizen(await screens.open('/', 'phone', { locale }), locale);
      const second = new Citizen(await screens.open('/', 'phone', { locale }), locale);
      const { page } = host;
      await page.goto(`${new URL(page.url()).pathname}#host`);
      const desk = await crowd.staff(await hub.signInPath('admin'));
      await desk.send({ type: 'startAgendaItem', item: 'qa', from: null });
      // With another one waiting its scene stays; else the hall is asked for questions, and the rating stands below.
      for (let number = 0; number < (locale === 'en' ? 2 : 1); number += 1)
        await desk.send({
          ...{ type: 'logQuestion', source: 'mic', serial: null, name: null, department: null },
          text: QUESTION[locale],
        });
      await host.go('pickQuestion');
      await host.answered();

      // Two rate; one thinks again.
      await first.place('now');
      await face(first.page, 'satisfied').click();
      await expect(face(first.page, 'satisfied')).toHaveAttribute('aria-pressed', 'true');
      await face(second.page, 'not').click();
      await expect(face(second.page, 'not')).toHaveAttribute('aria-pressed', 'true');
      await face(second.page, 'partly').click();
      await expect(face(second.page, 'partly')).toHaveAttribute('aria-pressed', 'true');
      await screens.picture(second.page, `phone-open-${locale}`);

      // The hall sees how many have rated, the host what they said; a loaded page still knows its own.
      const rated = display.getByTestId('rated');
      await expect(rated).toContainText(m.rating_count({ count: '2' }, { locale }));
      await expect(rated.locator('li b')).toHaveCount(0);
      await screens.picture(display, `display-open-${locale}`);
      const strip = page.getByTestId('rating-strip');
      await expect(strip.locator('[data-face="partly"] b')).toHaveText('1');
      await expect(strip.locator('[data-face="not"] b')).toHaveText('0');
      await screens.picture(page, `host-open-${locale}`);
      await second.page.reload();
      await expect(face(second.page, 'partly')).toHaveAttribute('aria-pressed', 'true');

      // Closed: everybody sees the faces, and nobody can rate any more.
      await strip.getByRole('button', { name: m.rating_close({}, { locale }) }).click();
      await expect(rated.locator('[data-face="satisfied"] b')).toHaveText('1');
      await expect(face(first.page, 'satisfied')).toContainText('1');
      await expect(first.page.locator('button[data-face]')).toHaveCount(0);
      await screens.picture(display, `display-closed-${locale}`);
      await screens.picture(first.page, `phone-closed-${locale}`);
      await host.takeBack();
      await expect(first.page.locator('button[data-face]')).toHaveCount(3);

      // Its item over, it is one of those that the results tell of.
      await desk.send({ type: 'startAgendaItem', item: 'results', from: 'qa' });
      const told = m.rating_totals({ answers: '1', count: '2' }, { locale });
      await expect(display.locator('[data-scene="results"]')).toContainText(told, {
        timeout: PAGES_TURN,
      });
      const inAll = display.getByTestId('rated-totals');
      await expect(inAll.locator('b')).toHaveText(['1', '1', '0']);
      await screens.picture(display, `display-results-${locale}`);
      for (const { page: phone } of [first, second]) {
        await expect(phone.getByTestId('rated-totals')).toContainText(told);
        await expect(phone.getByTestId('rated-totals').locator('b')).toHaveText(['1', '1', '0']);
      }
      await expectAccessible(first.page);
      await screens.picture(first.page, `phone-results-${locale}`);
      screens.expectNoFaults();
    });

  for (const locale of languages('en'))
    test(
      `a dialogue that gives way to a question is rated all the same, ${locale}`,
      FULL_ONLY,
      async () => {
        await hub.seed(locale);
        const said = { locale } as const;
        const citizen = new Citizen(await screens.open('/', 'phone', said), locale);
        const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', said));
        const desk = await crowd.staff(await hub.signInPath('admin'));
        await desk.send({
          type: 'putRepresentative',
          representative: { id: 'lin', name: 'Lin', chosenBy: 'lot', of: '' },
        });
        await desk.send({ type: 'startAgendaItem', item: 'interaction', from: null });
        await desk.send({
          ...{ type: 'logQuestion', source: 'mic', serial: null, name: null, department: null },
          text: QUESTION[locale],
        });
        const invite = m.console_invite({}, said);
        const queued = host.page.getByRole('article', {
          name: m.question_number({ number: 1 }, said),
        });

        // Nobody has answered anything yet: there is nothing to rate.
        await host.go('startExchange');
        await queued.getByText(invite).click();
        await expect(citizen.page.getByText(QUESTION[locale])).toBeVisible();
        await expect(citizen.page.getByTestId('rating')).toHaveCount(0);
        await host.takeBack();
        await host.go('passFloor');
        await expect(host.primary).toHaveAttribute('data-action', 'passFloor');
        await queued.getByText(invite).click();

        const asked = m.rating_ask_exchange({ number: 1 }, said);
        await expect(citizen.page.getByRole('heading', { name: asked })).toBeVisible();
        await face(citizen.page, 'partly').click();
        await expect(face(citizen.page, 'partly')).toHaveAttribute('aria-pressed', 'true');
        const strip = host.page.getByTestId('rating-strip');
        await expect(strip.locator('[data-face="partly"] b')).toHaveText('1');
        await screens.picture(citizen.page, `phone-gave-way-${locale}`);
        screens.expectNoFaults();
      },
    );
});
