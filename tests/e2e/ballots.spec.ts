/** Polls as citizens meet them: every kind of ballot on a phone, and a vote at a kiosk. */
import { expect, test, type Page } from '@playwright/test';
import { AdmissionCodes } from '@wenzheng/server/src/forum/admission/index';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { randomId } from '@wenzheng/shared/time/system';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FULL_ONLY, languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { VotingCrowd, type Voter } from './support/crowd-of-votes';
import type { Locale } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

type Draft = Extract<CommandInput, { type: 'askPoll' }>['poll'];

const TEXT = {
  'zh-CN': '今年的民生实事，您觉得最应该先办哪一件？',
  en: 'Which of this year’s works should come first, in your view?',
} as const;
const OPTIONS = {
  'zh-CN': [
    '先修东街路灯',
    '公园开放到晚上十点',
    '老旧小区加装电梯，先申请先安排',
    '河口加开晚班车',
  ],
  en: ['Street lights in East Street', 'The park open until ten', 'Lifts', 'A late bus to Hekou'],
} as const;

const WORST = { 'zh-CN': '很不满意', en: 'Poor' } as const;
const BEST = { 'zh-CN': '非常满意', en: 'Excellent' } as const;

test.describe('ballots', () => {
  let hub: RunningHub;
  let screens: Screens;
  let crowd: VotingCrowd;
  let desk: Voter;
  let forum: string;

  async function begin(locale: Locale): Promise<void> {
    forum = /\bf[0-9a-z]{8,}\b/.exec(await hub.seed(locale))?.[0] ?? '';
    desk = await crowd.staff(await hub.signInPath('admin'));
  }
  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    const base = `http://127.0.0.1:${hub.port}`;
    screens = new Screens(browser, base, 'ballots');
    crowd = new VotingCrowd(base);
  });
  test.afterEach(async () => {
    await crowd.stop();
    await screens.close();
    await hub.stop();
  });

  /** Opens a poll; answers its id. */
  async function ask(locale: Locale, kind: Draft['kind'], change: Partial<Draft> = {}) {
    const listed = ['single', 'multiple', 'ranking'].includes(kind);
    const draft: Draft = {
      ...{ id: randomId(9), kind, text: TEXT[locale], most: null, steps: null },
      ...{ low: '', high: '', who: 'anyone', live: false },
      options: listed ? [...OPTIONS[locale]] : [],
      ...change,
    };
    expect(await desk.send({ type: 'askPoll', poll: draft })).toMatchObject({ ok: true });
    return draft.id;
  }
  /** Closes a poll, once the vote that is on its way has come, and shows what came out. */
  async function show(poll: string): Promise<void> {
    const come = () => JSON.stringify(desk.document('pollResult') ?? null);
    await expect.poll(come).toMatch(new RegExp(`"poll":"${poll}","voters":[1-9]`));
    await desk.send({ type: 'closePoll', poll });
    await desk.send({ type: 'setPollShown', poll, shown: true });
  }
  const ballot = (page: Page) => page.getByTestId('poll');
  const result = (page: Page) => page.getByTestId('poll-result');
  const send = (page: Page) => page.getByTestId('send-ballot');
  async function picture(page: Page, name: string): Promise<void> {
    await ballot(page).evaluate((poll) => poll.scrollIntoView());
    await screens.picture(page, name);
  }

  for (const locale of languages('zh-CN')) {
    const say = { locale };
    const counts = (page: Page) => expect(page.getByText(m.ballot_counts({}, say))).toBeVisible();

    test(`every kind is voted on at a phone and comes out, ${locale}`, async () => {
      await begin(locale);
      const phone = await screens.open('/', 'phone', say);
      await oneChoice(phone);
      await numbers(phone);
      await facesAndWords(phone);
      screens.expectNoFaults();
    });

    /** Cast, changed, taken back, kept by a page that is loaded anew, and shown by another. */
    async function oneChoice(phone: Page): Promise<void> {
      const option = (page: Page, place: number) =>
        page.getByRole('radio', { name: OPTIONS[locale][place] ?? '' });
      const row = (place: number) => ballot(phone).locator('label').nth(place);
      const poll = await ask(locale, 'single');
      await picture(phone, `single-open-${locale}`);
      await expect(phone.getByText(m.ballot_secret({}, say))).toBeVisible();
      const before = await row(1).boundingBox();
      await row(1).click();
      await expect(option(phone, 1)).toBeChecked();
      await counts(phone);
      expect((await row(1).boundingBox())?.height).toBe(before?.height);
      await row(2).click();
      await expect(option(phone, 2)).toBeChecked();
      await phone.getByRole('button', { name: m.ballot_take_back({}, say) }).click();
      await expect(phone.getByText(m.ballot_secret({}, say))).toBeVisible();
      await expect(option(phone, 2)).not.toBeChecked();
      await row(3).click();
      await counts(phone);
      await phone.reload();
      await expect(option(phone, 3)).toBeChecked();
      const tab = await phone.context().newPage();
      await tab.goto('/');
      await expect(option(tab, 3)).toBeChecked();
      await tab.close();
      await row(0).click();
      await expect(option(phone, 0)).toBeChecked();
      await picture(phone, `single-voted-${locale}`);
      await expectAccessible(phone);

      await desk.send({ type: 'closePoll', poll });
      await expect(phone.getByText(m.ballot_closed_text({}, say))).toBeVisible();
      await desk.send({ type: 'setPollShown', poll, shown: true });
      await expect(result(phone).locator('.own')).toContainText(OPTIONS[locale][0]);
      await expect(result(phone).locator('.own')).toContainText('100%');
      await picture(phone, `single-result-${locale}`);
      await expectAccessible(phone);
      // Once the hall looks at something else, it takes one line.
      await desk.send({ type: 'showScene', scene: 'join' });
      await expect(result(phone)).toBeHidden();
      await phone.getByText(m.ballot_result_of({ text: TEXT[locale] }, say)).click();
      await expect(result(phone)).toBeVisible();
    }

    /** At another page, and loaded anew: what was picked and not sent is there again. */
    async function lookElsewhere(phone: Page): Promise<void> {
      await phone.goto('/#questions');
      await phone.reload();
      await phone.goto('/#now');
      await expect(ballot(phone)).toBeVisible();
    }

    /** Several choices, a scale and a ranking. */
    async function numbers(phone: Page): Promise<void> {
      const multiple = await ask(locale, 'multiple', { most: 2 });
      for (const place of [0, 2]) await ballot(phone).locator('label').nth(place).click();
      await expect(phone.getByRole('checkbox').nth(1)).toBeDisabled();
      await lookElsewhere(phone);
      await expect(phone.getByRole('checkbox', { checked: true })).toHaveCount(2);
      await picture(phone, `multiple-picked-${locale}`);
      await send(phone).click();
      await counts(phone);
      await expectAccessible(phone);
      await show(multiple);
      await expect(result(phone).locator('.own')).toHaveCount(2);
      await picture(phone, `multiple-result-${locale}`);

      const scale = await ask(locale, 'scale', {
        steps: 10,
        low: WORST[locale],
        high: BEST[locale],
      });
      const steps = ballot(phone).locator('label');
      await expect(steps).toHaveCount(10);
      for (const step of await steps.all()) {
        const { x = 0, width = 0, height = 0 } = (await step.boundingBox()) ?? {};
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(48);
        expect(x + width).toBeLessThanOrEqual(360);
      }
      await steps.nth(6).click();
      await counts(phone);
      await picture(phone, `scale-voted-${locale}`);
      await expectAccessible(phone);
      await show(scale);
      await expect(result(phone).locator('.mean')).toContainText('7.0');
      await picture(phone, `scale-result-${locale}`);

      const ranking = await ask(locale, 'ranking');
      await rankWithKeys(phone, locale);
      const order = await ballot(phone).getByRole('list').innerText();
      await lookElsewhere(phone);
      expect(await ballot(phone).getByRole('list').innerText()).toBe(order);
      await picture(phone, `ranking-picked-${locale}`);
      await expectAccessible(phone);
      await send(phone).press('Enter');
      await counts(phone);
      await show(ranking);
      const first = result(phone).locator('li').first();
      await expect(first).toContainText(OPTIONS[locale][2]);
      await expect(first).toContainText(m.ballot_points({ points: '4' }, say));
      await picture(phone, `ranking-result-${locale}`);
    }

    async function facesAndWords(phone: Page): Promise<void> {
      const faces = await ask(locale, 'faces');
      await phone.locator('[data-face="partly"]').click();
      await counts(phone);
      await show(faces);
      await expect(result(phone).locator('.own')).toContainText(m.rating_face_partly({}, say));
      await picture(phone, `faces-result-${locale}`);

      const cloud = await ask(locale, 'cloud');
      const field = phone.locator('#ballot-text');
      await field.fill('一二三四五六七八九十一二三');
      await expect(phone.getByText(m.audience_ask_over({ count: 1 }, say))).toBeVisible();
      await expect(send(phone)).toBeDisabled();
      await field.fill('宜居');
      await send(phone).click();
      await counts(phone);
      await expectAccessible(phone);
      await show(cloud);
      await expect(result(phone).locator('.own')).toContainText('宜居');
      await picture(phone, `cloud-result-${locale}`);

      const text = await ask(locale, 'text');
      await field.fill('公园的厕所晚上也开着');
      await phone.reload();
      await expect(field).toHaveValue('公园的厕所晚上也开着');
      await send(phone).click();
      await counts(phone);
      await picture(phone, `text-voted-${locale}`);
      await show(text);
      await expect(result(phone)).toContainText(m.ballot_texts_none({}, say));
    }

    test(
      `a ticket votes at the kiosk, and a phone without one is told how, ${locale}`,
      FULL_ONLY,
      async () => {
        await begin(locale);
        await desk.send({ type: 'issueTickets', count: 2, seat: '', until: null });
        const askers = readFileSync(path.join(hub.data, 'keys', `${forum}.askers.key`));
        const codes = new AdmissionCodes(askers);
        const phone = await screens.open('/', 'phone', say);
        const kiosk = await screens.open(await hub.signInPath('kiosk'), 'kiosk', say);
        const poll = await ask(locale, 'single', { who: 'tickets' });
        await expect(phone.getByText(m.ballot_only_tickets({}, say))).toBeVisible();
        await picture(phone, `tickets-only-${locale}`);
        await expectAccessible(phone);
        await phone.getByRole('link', { name: m.ballot_enter_ticket({}, say) }).click();
        await phone.getByLabel(m.admission_code_label({}, say)).fill(codes.ticketCode(1));
        await phone.getByRole('button', { name: m.admission_code_button({}, say) }).click();
        await expect(phone.getByText(m.admission_done_ticket({}, say))).toBeVisible();
        await phone.evaluate(() => (location.hash = 'now'));
        await ballot(phone).locator('label').nth(0).click();
        await counts(phone);

        await screens.picture(kiosk, `kiosk-start-${locale}`);
        for (const choice of await kiosk.locator('.choice').all())
          await expect(choice).toBeInViewport({ ratio: 1 });
        await expectAccessible(kiosk);
        const vote = kiosk.getByRole('button', { name: m.kiosk_vote({}, say) });
        await vote.click();
        await kiosk.locator('#kiosk-code').fill('222-222');
        await kiosk.locator('#kiosk-code').press('Enter');
        await expect(kiosk.getByText(m.refusal_polls_only_tickets({}, say))).toBeVisible();
        await screens.picture(kiosk, `kiosk-code-${locale}`);
        await kiosk.locator('#kiosk-code').fill(codes.ticketCode(2));
        await kiosk.locator('#kiosk-code').press('Enter');
        await expect(kiosk.getByRole('radio')).toHaveCount(4);
        await screens.picture(kiosk, `kiosk-ballot-${locale}`);
        await expectAccessible(kiosk);
        await kiosk.locator('label').nth(1).click();
        await expect(kiosk.getByText(m.kiosk_vote_counts({}, say))).toBeVisible();
        await screens.picture(kiosk, `kiosk-counts-${locale}`);
        await expectAccessible(kiosk);
        await kiosk.getByRole('button', { name: m.kiosk_vote_again({}, say) }).click();
        await kiosk.locator('label').nth(0).click();
        await expect(kiosk.getByText(m.kiosk_vote_counts({}, say))).toBeVisible();
        await kiosk.getByRole('button', { name: m.kiosk_done({}, say) }).click();
        await expect(vote).toBeVisible();
        await show(poll);
        await expect(result(phone).locator('[data-place="0"]')).toContainText('2');
        await expect(vote).toHaveCount(0);
        screens.expectNoFaults();
      },
    );
  }

  /** The third option first, then the first, with keys alone; the first is brought forward and back again. */
  async function rankWithKeys(phone: Page, locale: Locale): Promise<void> {
    const option = (place: number) =>
      ballot(phone)
        .getByRole('button', { name: OPTIONS[locale][place] ?? '', exact: false })
        .first();
    const focused = phone.locator(':focus');
    await option(0).focus();
    await phone.keyboard.press('Tab');
    await phone.keyboard.press('Tab');
    await phone.keyboard.press('Space');
    await expect(option(2)).toHaveAttribute('aria-pressed', 'true');
    await option(0).focus();
    await phone.keyboard.press('Enter');
    await expect(option(0)).toContainText('2');
    await phone.keyboard.press('Tab');
    const earlier = m.ballot_rank_earlier({ option: OPTIONS[locale][0] }, { locale });
    await expect(focused).toHaveAccessibleName(earlier);
    await phone.keyboard.press('Enter');
    await expect(option(0)).toContainText('1');
    await expect(focused).toHaveAccessibleName(earlier);
    await phone.keyboard.press('Tab');
    await phone.keyboard.press('Enter');
    await expect(option(2)).toContainText('1');
  }
});
