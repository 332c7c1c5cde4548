/** Polls on the console: prepared, made on the spot, held, shown and looked back on by those who lead the forum. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { POLL_KINDS } from '@wenzheng/shared/forum/choices';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { FULL_ONLY, languages } from './support/forms';
import { expectAccessible } from './support/accessibility';
import { VotingCrowd } from './support/crowd-of-votes';
import type { Locale } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';

const ASKED = {
  'zh-CN': '您是否赞成开通晚九点以后到河口镇的夜班公交？',
  en: 'Do you agree to a night bus to Hekou after nine in the evening?',
} as const;
const WORDS = { 'zh-CN': ['公交', '路灯', '停车'], en: ['bus', 'lamps', 'parking'] } as const;
const PRESSES = 6;
const QUICK_MS = 15_000;

/** The workspace of polls as somebody at the tablet sees it. */
class PollsPage {
  readonly page: Page;
  readonly held: Locator;
  readonly next: Locator;
  readonly undo: Locator;
  readonly #locale: Locale;
  presses = 0;

  constructor(page: Page, locale: Locale) {
    this.page = page;
    this.#locale = locale;
    this.held = page.getByTestId('held-poll');
    this.next = page.getByTestId('poll-next');
    this.undo = page.getByTestId('undo');
  }

  async open(): Promise<void> {
    await this.#press(this.page.getByRole('link', { name: m.polls_workspace({}, this.say) }));
  }
  async startNew(): Promise<void> {
    await this.#press(this.page.getByRole('link', { name: m.polls_new({}, this.say) }));
  }
  async write(text: string): Promise<void> {
    await this.page.getByTestId('poll-text').fill(text);
  }
  async preset(preset: string): Promise<void> {
    await this.#press(this.page.getByTestId(`preset-${preset}`));
  }
  async kind(kind: (typeof POLL_KINDS)[number]): Promise<void> {
    const name = m[`poll_kind_${kind}`]({}, this.say);
    const group = this.page.getByRole('group', { name: m.polls_kind({}, this.say) });
    await this.#press(group.getByRole('button', { name, exact: true }));
  }
  /** Fills in the options by keys, as one types them. */
  async options(words: readonly string[]): Promise<void> {
    await this.option(1).focus();
    for (const [at, word] of words.entries()) {
      await expect(this.option(at + 1)).toBeFocused();
      await this.page.keyboard.insertText(word);
      if (at + 1 < words.length) await this.page.keyboard.press('Enter');
    }
  }
  option(number: number): Locator {
    return this.page.getByLabel(m.polls_option({ number }, this.say), { exact: true });
  }
  async start(): Promise<void> {
    await this.#press(this.page.getByTestId('poll-start'));
  }
  async save(): Promise<void> {
    await this.#press(this.page.getByTestId('poll-save'));
  }
  /** Takes the next step once it is `act`. */
  async go(act: 'close' | 'show' | 'floor'): Promise<void> {
    await expect(this.next).toHaveAttribute('data-act', act);
    await expect(this.next).toHaveAttribute('data-progress', 'ready');
    await this.#press(this.next);
  }
  async takeBack(): Promise<void> {
    await expect(this.undo).toHaveAttribute('data-progress', 'ready');
    await this.#press(this.undo);
  }
  inList(text: string): Locator {
    const list = this.page.getByRole('navigation', { name: m.polls_list({}, this.say) });
    return list.getByRole('link', { name: text });
  }
  get say(): { readonly locale: Locale } {
    return { locale: this.#locale };
  }
  /** Id of the poll in the address. */
  get id(): string {
    return new URL(this.page.url()).hash.split('/')[1] ?? '';
  }

  async #press(control: Locator): Promise<void> {
    this.presses += 1;
    await control.click();
  }
}

test.describe('polls on the console', () => {
  let hub: RunningHub;
  let screens: Screens;
  let crowd: VotingCrowd;

  test.beforeEach(async ({ browser }) => {
    hub = await startHub();
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'polls-console');
    crowd = new VotingCrowd(`http://127.0.0.1:${hub.port}`);
  });
  test.afterEach(async () => {
    await crowd.stop();
    await screens.close();
    await hub.stop();
  });

  for (const locale of languages('zh-CN')) {
    const say = { locale };

    test(`a poll is made on the spot, held, shown and held again, ${locale}`, async () => {
      await hub.seed(locale);
      const page = await screens.open(await hub.signInPath('host'), 'tablet', say);
      const second = await screens.open(await hub.signInPath('host'), 'tablet', say);
      const polls = new PollsPage(page, locale);
      await expect(second.getByTestId('primary')).toBeVisible();

      // Bad input stays, and is named beside its field.
      const began = Date.now();
      await polls.open();
      await polls.start();
      await expect(page.locator('#poll-text-problem')).toHaveText(m.refusal_empty({}, say));
      await polls.write(ASKED[locale]);
      await polls.preset('agree');
      await polls.start();
      await expect(polls.held).toHaveAttribute('data-state', 'open');
      expect(Date.now() - began).toBeLessThan(QUICK_MS);
      expect(polls.presses).toBeLessThanOrEqual(PRESSES);

      // Taken back, the words are there again.
      await polls.takeBack();
      await expect(page.getByTestId('poll-text')).toHaveValue(ASKED[locale]);
      await screens.picture(page, `form-${locale}`);
      await polls.start();
      await expect(polls.held).toHaveAttribute('data-state', 'open');

      // Another host sees it in hand, and can go there.
      const strip = second.getByTestId('poll-strip');
      await expect(strip).toContainText(ASKED[locale]);
      const phones = await Promise.all(Array.from({ length: 6 }, () => crowd.phone()));
      const vote = (phone: number, place: number) =>
        phones[phone]?.send({
          ...{ type: 'castBallot', poll: polls.id },
          ballot: { choices: [place] },
        });
      for (const phone of phones.keys()) await vote(phone, phone < 4 ? 0 : phone - 3);
      await expect(page.getByTestId('poll-turnout').locator('b')).toHaveText('6');
      await expect(page.getByTestId('poll-bars').locator('[data-place="0"]')).toContainText('4');
      await expect(polls.held).toContainText(m.polls_only_you({}, say));
      await screens.picture(page, `open-${locale}`);
      await expectAccessible(page);
      await screens.picture(second, `host-open-${locale}`);
      await expectNoScroll(second);
      await expectAccessible(second);

      // Nobody opens another one meanwhile.
      await polls.startNew();
      await expect(page.getByTestId('poll-start')).toBeDisabled();
      await expect(page.getByTestId('other-open')).toBeVisible();
      await page.getByRole('link', { name: m.polls_to_open_one({}, say) }).click();

      await polls.go('close');
      await expect(polls.held).toHaveAttribute('data-state', 'closed');
      await polls.takeBack();
      await expect(polls.held).toHaveAttribute('data-state', 'open');
      await strip.getByRole('button').click();
      await expect(polls.held).toHaveAttribute('data-state', 'closed');
      await expect(strip.locator('[data-act="show"]')).toBeVisible();
      await polls.go('show');
      await expect(polls.held).toContainText(m.polls_everyone_sees({}, say));
      await screens.picture(page, `shown-${locale}`);
      await expect(strip.locator('[data-act="floor"]')).toHaveAttribute('data-progress', 'ready');
      await screens.picture(second, `host-shown-${locale}`);
      await strip.getByRole('button').click();
      await expect(strip).toHaveCount(0);

      const first = polls.id;
      await page.getByTestId('poll-repeat').click();
      await expect(polls.held).toHaveAttribute('data-state', 'open');
      await expect(polls.held).toContainText(m.polls_round({ round: 2 }, say));
      expect(polls.id).not.toBe(first);
      screens.expectNoFaults();
    });

    test(
      `polls of every kind are prepared, and what people write is looked at, ${locale}`,
      FULL_ONLY,
      async () => {
        await hub.seed(locale);
        const page = await screens.open(await hub.signInPath('admin'), 'tablet', say);
        const polls = new PollsPage(page, locale);
        await polls.open();
        for (const kind of POLL_KINDS) {
          await polls.startNew();
          await polls.write(`${m[`poll_kind_${kind}`]({}, say)}: ${ASKED[locale]}`);
          await polls.kind(kind);
          if (kind === 'multiple' || kind === 'ranking') await polls.options(WORDS[locale]);
          if (kind === 'scale' || kind === 'ranking')
            await screens.picture(page, `form-${kind}-${locale}`);
          await polls.save();
          await expect(polls.inList(m[`poll_kind_${kind}`]({}, say)).first()).toBeVisible();
          await expect(page.getByTestId('poll-save')).toBeDisabled();
        }
        await expectAccessible(page);

        // What was written and not sent is there after a reload; two options alike are named.
        await polls.startNew();
        await polls.kind('multiple');
        await polls.options(['A', 'A']);
        await page.reload();
        await expect(polls.option(2)).toHaveValue('A');
        await polls.write(ASKED[locale]);
        await polls.save();
        await expect(page.getByText(m.polls_problem_twice({}, say))).toBeVisible();

        // A cloud: a word is held back and let go again.
        const [one, two] = [await crowd.phone(), await crowd.phone()];
        await polls.inList(m.poll_kind_cloud({}, say)).first().click();
        await polls.start();
        await expect(polls.held).toHaveAttribute('data-state', 'open');
        const [word, other] = WORDS[locale];
        await one.send({ type: 'castBallot', poll: polls.id, ballot: { text: word } });
        await two.send({ type: 'castBallot', poll: polls.id, ballot: { text: other } });
        const written = page.getByTestId('cloud-words').getByRole('button', { name: word });
        // Under the pointer words keep their places, and take their own once it is gone.
        const listed = page.getByTestId('cloud-words').getByRole('listitem');
        await expect(listed).toHaveCount(2);
        const later = (await listed.last().locator('span').innerText()).trim();
        await written.hover();
        const three = await crowd.phone();
        await three.send({ type: 'castBallot', poll: polls.id, ballot: { text: later } });
        await expect(listed.last()).toHaveText(`${later}2`);
        await page.mouse.move(0, 0);
        await expect(listed.first()).toHaveText(`${later}2`);
        await written.click();
        await expect(written).toContainText(m.polls_word_held({}, say));
        await screens.picture(page, `cloud-${locale}`);
        await expectAccessible(page);
        await expect(written).toHaveAttribute('data-progress', 'ready');
        await written.click();
        await expect(written).toHaveAttribute('aria-pressed', 'false');
        await polls.go('close');

        // Written answers: a desk lets one through.
        await polls.inList(m.poll_kind_text({}, say)).first().click();
        await polls.start();
        await expect(polls.held).toHaveAttribute('data-state', 'open');
        await one.send({ type: 'castBallot', poll: polls.id, ballot: { text: ASKED[locale] } });
        await two.send({ type: 'castBallot', poll: polls.id, ballot: { text: word } });
        await expect(page.getByTestId('poll-texts').getByRole('listitem')).toHaveCount(2);
        const desk = await screens.open(await hub.signInPath('moderator'), 'tablet', say);
        await desk.locator('#desk-tab-polls').click();
        await screens.picture(desk, `desk-${locale}`);
        await expectAccessible(desk);
        const through = { name: m.polls_text_show_of({ text: word }, say), exact: true };
        await desk.getByRole('button', through).click();
        await expect(page.locator('[data-state="approved"]')).toContainText(word);
        // Who answers for it after the forum is said at one desk and read at the other.
        const assigned = m.desk_assign_what({ text: word }, say);
        await desk.getByLabel(assigned).selectOption({ index: 1 });
        await expect(page.getByLabel(assigned)).not.toHaveValue('');
        await screens.picture(page, `texts-${locale}`);
        screens.expectNoFaults();
      },
    );
  }
});

/** Everything that the host needs is in sight. */
const expectNoScroll = async (page: Page): Promise<void> =>
  expect(
    await page
      .locator('main.now')
      .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
  ).toBeLessThanOrEqual(0);
